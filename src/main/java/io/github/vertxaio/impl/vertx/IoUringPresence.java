package io.github.vertxaio.impl.vertx;

import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoop;

/** Whether Netty's io_uring transport is on the class path at all; it is optional. */
public final class IoUringPresence {
  private static final boolean PRESENT = isPresent();

  private IoUringPresence() {}

  private static boolean isPresent() {
    try {
      Class.forName(
          "io.netty.channel.uring.IoUringIoHandle", false, IoUringPresence.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Whether a loop has a ring. Loads nothing of the transport where it is absent. */
  public static boolean isIoUring(EventLoop loop) {
    return PRESENT && loop instanceof IoEventLoop && LoopRing.fits((IoEventLoop) loop);
  }
}
