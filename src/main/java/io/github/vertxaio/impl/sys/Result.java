package io.github.vertxaio.impl.sys;

import io.github.vertxaio.Errno;
import java.util.function.LongSupplier;

/** The convention of this package: a call returns its result, or its errno negated. */
final class Result {
  private Result() {}

  /** What a call returned, or −errno: JNR keeps the errno of the thread's last call. */
  static long of(long returned) {
    return returned != -1 ? returned : -errno();
  }

  /** Whether a call was interrupted by a signal and is to be made again. */
  static boolean interrupted(long returned) {
    return returned == -1 && errno() == Errno.EINTR;
  }

  /** Makes a call again as long as signals interrupt it; its result, or −errno. */
  static long retried(LongSupplier call) {
    long returned;
    do {
      returned = call.getAsLong();
    } while (interrupted(returned));
    return of(returned);
  }

  private static int errno() {
    return LibC.RUNTIME.getLastError();
  }
}
