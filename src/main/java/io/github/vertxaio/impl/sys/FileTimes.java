package io.github.vertxaio.impl.sys;

import io.github.vertxaio.Linux;
import java.time.Instant;

/**
 * The two times that utimensat sets, as the kernel takes them.
 *
 * @param atimeSeconds last access, in seconds since 1970
 * @param atimeNanos its nanoseconds, or UTIME_NOW or UTIME_OMIT
 * @param mtimeSeconds last change of the contents, in seconds since 1970
 * @param mtimeNanos its nanoseconds, or UTIME_NOW or UTIME_OMIT
 */
public record FileTimes(long atimeSeconds, int atimeNanos, long mtimeSeconds, int mtimeNanos) {
  private static final FileTimes NOW = new FileTimes(0, Linux.UTIME_NOW, 0, Linux.UTIME_NOW);

  /** Two instants; both {@code null} for now, one of them {@code null} for the start of 1970. */
  public static FileTimes of(Instant atime, Instant mtime) {
    if (atime == null && mtime == null) {
      return NOW;
    }
    Instant a = atime == null ? Instant.EPOCH : atime;
    Instant m = mtime == null ? Instant.EPOCH : mtime;
    return new FileTimes(a.getEpochSecond(), a.getNano(), m.getEpochSecond(), m.getNano());
  }

  /** Stores {@code struct timespec[2]} and gives its address. */
  long store(Scratch scratch) {
    scratch.structLong(Structs.Timespec.TV_SEC, atimeSeconds);
    scratch.structLong(Structs.Timespec.TV_NSEC, atimeNanos);
    scratch.structLong(Structs.Timespec.SIZE + Structs.Timespec.TV_SEC, mtimeSeconds);
    scratch.structLong(Structs.Timespec.SIZE + Structs.Timespec.TV_NSEC, mtimeNanos);
    return scratch.struct(2 * Structs.Timespec.SIZE);
  }
}
