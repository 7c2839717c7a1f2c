package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibMemory.M;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;

/**
 * The calls on the memory of the process as a whole, and what makes files of memory. Each returns
 * its result or its errno negated.
 */
public final class MemoryCalls {
  private static final int PAGE_SIZE = (int) M.sysconf(Linux._SC_PAGESIZE);

  private MemoryCalls() {}

  /** sysconf(_SC_PAGESIZE)—the size of a page, in bytes. */
  public static int pageSize() {
    return PAGE_SIZE;
  }

  /** mlockall(flags)—keeps all memory of the process from being paged out. */
  public static long mlockall(int flags) {
    return Result.retried(() -> M.mlockall(flags));
  }

  /** munlockall()—lets all memory of the process be paged out again. */
  public static long munlockall() {
    return Result.retried(M::munlockall);
  }

  /** memfd_create(name, flags)—makes a file in memory. Always with MFD_CLOEXEC. */
  public static long memfdCreate(Scratch scratch, byte[] name, int flags) {
    long address = scratch.path(name);
    return Result.retried(() -> M.memfd_create(address, flags | Linux.MFD_CLOEXEC));
  }

  /** prlimit(0, resource)—tells the soft limit of a resource of this process, unsigned. */
  public static long softLimit(int resource) {
    return limit(resource, Structs.Rlimit64.RLIM_CUR);
  }

  /** prlimit(0, resource)—tells the hard limit of a resource of this process, unsigned. */
  public static long hardLimit(int resource) {
    return limit(resource, Structs.Rlimit64.RLIM_MAX);
  }

  private static long limit(int resource, int field) {
    try (NativeMemory limits = NativeMemory.allocate(Structs.Rlimit64.SIZE)) {
      long address = limits.address(0, Structs.Rlimit64.SIZE);
      // Of a resource that exists it cannot fail, so that no value is taken for an errno.
      if (M.prlimit(0, resource, 0, address) != 0) {
        throw new IllegalArgumentException("resource: " + resource);
      }
      return limits.bytes().getLong(field);
    }
  }

  /** prlimit(0, resource, soft, hard)—sets the limits of a resource of this process. */
  public static long setLimits(int resource, long soft, long hard) {
    try (NativeMemory limits = NativeMemory.allocate(Structs.Rlimit64.SIZE)) {
      limits.bytes().putLong(Structs.Rlimit64.RLIM_CUR, soft);
      limits.bytes().putLong(Structs.Rlimit64.RLIM_MAX, hard);
      long address = limits.address(0, Structs.Rlimit64.SIZE);
      return Result.of(M.prlimit(0, resource, address, 0));
    }
  }

  /** fcntl(fd, F_GET_SEALS)—tells what can no longer be done to a file in memory. */
  static boolean cannotShrink(int fd) {
    long seals = ControlCalls.fcntl(fd, Linux.F_GET_SEALS, 0);
    return seals != -Errno.EINVAL && seals >= 0 && (seals & Linux.F_SEAL_SHRINK) != 0;
  }
}
