package io.github.vertxaio;

import io.github.vertxaio.impl.sys.MemoryCalls;

/**
 * The limit of open descriptors of this process. These two calls are synchronous, as they are in
 * IO::AIO: the kernel reads or writes a number and waits for nothing.
 */
public final class FdLimit {
  /** What a limit is raised to that is to be very high: as in IO::AIO. */
  private static final long VERY_HIGH = 0x7ff_ffff;

  private FdLimit() {}

  /**
   * get_fdlimit—tells the limit.
   *
   * @return one more than the highest number that a descriptor may get; {@link Long#MAX_VALUE}
   *     where there is no limit. Source: {@code man 2 getrlimit}
   */
  public static long get() {
    return signed(MemoryCalls.softLimit(Linux.RLIMIT_NOFILE));
  }

  /**
   * min_fdlimit—raises the limit as far as that is possible, up to 134217727. Rather say how many
   * descriptors you need.
   *
   * @throws AioException as of {@link #raise(long)}
   */
  public static void raise() {
    raise(VERY_HIGH);
  }

  /**
   * min_fdlimit—raises the limit to at least this number; it is never lowered. Where that is not
   * possible it is raised as far as it goes, and the call fails all the same: {@link #get} tells
   * how far that was.
   *
   * @param count how many descriptors there are to be
   * @throws AioException with {@link Errno#EPERM} above the hard limit of a process without
   *     CAP_SYS_RESOURCE, or above {@code fs.nr_open} of the system. Source: {@code man 2
   *     setrlimit}
   */
  public static void raise(long count) {
    if (get() >= count) {
      return;
    }
    long hard = signed(MemoryCalls.hardLimit(Linux.RLIMIT_NOFILE));
    long result = MemoryCalls.setLimits(Linux.RLIMIT_NOFILE, count, Math.max(count, hard));
    if (result < 0) {
      raiseAsFarAsPossible(count, hard);
      throw new AioException("setrlimit", (int) -result);
    }
  }

  /** The bound above the hard limit is not told, so it is searched for by halves. */
  private static void raiseAsFarAsPossible(long count, long hard) {
    MemoryCalls.setLimits(Linux.RLIMIT_NOFILE, Math.min(count, hard), hard);
    long possible = get();
    long impossible = count;
    while (possible + 1 < impossible) {
      long middle = possible + (impossible - possible) / 2;
      if (MemoryCalls.setLimits(Linux.RLIMIT_NOFILE, middle, Math.max(middle, hard)) == 0) {
        possible = middle;
      } else {
        impossible = middle;
      }
    }
  }

  private static long signed(long limit) {
    return limit < 0 ? Long.MAX_VALUE : limit;
  }
}
