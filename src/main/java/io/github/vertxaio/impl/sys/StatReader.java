package io.github.vertxaio.impl.sys;

import io.github.vertxaio.Linux;
import io.github.vertxaio.Stat;

/** Takes the attributes out of the structure that statx filled. */
public final class StatReader {
  /** What is asked for: everything that {@link Stat} has. */
  static final int MASK = Linux.STATX_BASIC_STATS | Linux.STATX_BTIME;

  private StatReader() {}

  /** The attributes that the last statx of this scratch memory read. */
  public static Stat read(Scratch s) {
    boolean born = (s.structInt(Structs.Statx.STX_MASK) & Linux.STATX_BTIME) != 0;
    return new Stat(
        device(s),
        s.structLong(Structs.Statx.STX_INO),
        mode(s),
        links(s),
        s.structInt(Structs.Statx.STX_UID),
        s.structInt(Structs.Statx.STX_GID),
        Stat.makedev(
            s.structInt(Structs.Statx.STX_RDEV_MAJOR), s.structInt(Structs.Statx.STX_RDEV_MINOR)),
        s.structLong(Structs.Statx.STX_SIZE),
        Integer.toUnsignedLong(s.structInt(Structs.Statx.STX_BLKSIZE)),
        s.structLong(Structs.Statx.STX_BLOCKS),
        s.structLong(Structs.Statx.STX_ATIME_TV_SEC),
        s.structInt(Structs.Statx.STX_ATIME_TV_NSEC),
        s.structLong(Structs.Statx.STX_MTIME_TV_SEC),
        s.structInt(Structs.Statx.STX_MTIME_TV_NSEC),
        s.structLong(Structs.Statx.STX_CTIME_TV_SEC),
        s.structInt(Structs.Statx.STX_CTIME_TV_NSEC),
        born ? s.structLong(Structs.Statx.STX_BTIME_TV_SEC) : 0,
        born ? s.structInt(Structs.Statx.STX_BTIME_TV_NSEC) : 0,
        born);
  }

  /** The type and the permissions alone. */
  public static int mode(Scratch s) {
    return s.structUnsignedShort(Structs.Statx.STX_MODE);
  }

  /** The number of names alone. */
  public static long links(Scratch s) {
    return Integer.toUnsignedLong(s.structInt(Structs.Statx.STX_NLINK));
  }

  /** The STATX_ATTR bits. */
  public static long attributes(Scratch s) {
    return s.structLong(Structs.Statx.STX_ATTRIBUTES);
  }

  /** The device number alone. */
  public static long device(Scratch s) {
    return Stat.makedev(
        s.structInt(Structs.Statx.STX_DEV_MAJOR), s.structInt(Structs.Statx.STX_DEV_MINOR));
  }
}
