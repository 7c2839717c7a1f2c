package io.github.vertxaio.impl.sys;

import io.github.vertxaio.Linux;
import io.github.vertxaio.Stat;

/** Takes the attributes out of the structure that statx filled. */
public final class StatReader {
  /** What is asked for: everything that {@link Stat} has, and the mount. */
  static final int MASK = Linux.STATX_BASIC_STATS | Linux.STATX_BTIME | Linux.STATX_MNT_ID;

  private StatReader() {}

  /** The attributes that the last statx of this scratch memory read. */
  public static Stat read(Scratch s) {
    boolean born = has(s, Linux.STATX_BTIME);
    return new Stat(
        device(s),
        inode(s),
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
        birthSeconds(s),
        birthNanos(s),
        born);
  }

  /** Whether the file system gave what these bits of the mask ask for. */
  private static boolean has(Scratch s, int bits) {
    return (s.structInt(Structs.Statx.STX_MASK) & bits) != 0;
  }

  /** The inode number alone. */
  static long inode(Scratch s) {
    return s.structLong(Structs.Statx.STX_INO);
  }

  /** The seconds of the birth time, 0 where it is not known. */
  static long birthSeconds(Scratch s) {
    return has(s, Linux.STATX_BTIME) ? s.structLong(Structs.Statx.STX_BTIME_TV_SEC) : 0;
  }

  /** The nanoseconds of the birth time, 0 where it is not known. */
  static int birthNanos(Scratch s) {
    return has(s, Linux.STATX_BTIME) ? s.structInt(Structs.Statx.STX_BTIME_TV_NSEC) : 0;
  }

  /** The number of the mount, 0 before Linux 5.8. */
  static long mount(Scratch s) {
    return has(s, Linux.STATX_MNT_ID) ? s.structLong(Structs.Statx.STX_MNT_ID) : 0;
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
