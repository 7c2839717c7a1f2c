package io.github.vertxaio;

/**
 * The attributes of a file.
 *
 * <p>Times are seconds since 1970 and, beside them, the nanoseconds within that second. Where the
 * file system keeps no birth time, both parts of it are 0 and {@link #hasBirthTime} is false.
 *
 * @param dev the device that holds the file, as {@link #makedev} makes it
 * @param ino the inode number
 * @param mode type and permissions, the {@code S_*} bits of {@link Linux}
 * @param nlink the number of hard links
 * @param uid the owner
 * @param gid the group
 * @param rdev for a device node the device it stands for, otherwise 0
 * @param size bytes; of a symbolic link the length of its target
 * @param blksize the preferred size of a transfer, in bytes
 * @param blocks space in use, in units of 512 bytes whatever {@code blksize} says
 * @param atimeSeconds last access
 * @param atimeNanos its nanoseconds, 0 to 999999999
 * @param mtimeSeconds last change of the contents
 * @param mtimeNanos its nanoseconds
 * @param ctimeSeconds last change of the attributes
 * @param ctimeNanos its nanoseconds
 * @param btimeSeconds birth
 * @param btimeNanos its nanoseconds
 * @param hasBirthTime whether the file system reported a birth time
 */
public record Stat(
    long dev,
    long ino,
    int mode,
    long nlink,
    int uid,
    int gid,
    long rdev,
    long size,
    long blksize,
    long blocks,
    long atimeSeconds,
    int atimeNanos,
    long mtimeSeconds,
    int mtimeNanos,
    long ctimeSeconds,
    int ctimeNanos,
    long btimeSeconds,
    int btimeNanos,
    boolean hasBirthTime) {

  /**
   * The type bits of the mode.
   *
   * @return one of {@link Linux#S_IFREG}, {@link Linux#S_IFDIR}, …
   */
  public int type() {
    return mode & Linux.S_IFMT;
  }

  /**
   * The permission bits of the mode.
   *
   * @return {@code mode & 07777}
   */
  public int permissions() {
    return mode & 07777;
  }

  /**
   * Tells whether it is a regular file.
   *
   * @return whether {@code S_ISREG} holds
   */
  public boolean isRegularFile() {
    return type() == Linux.S_IFREG;
  }

  /**
   * Tells whether it is a directory.
   *
   * @return whether {@code S_ISDIR} holds
   */
  public boolean isDirectory() {
    return type() == Linux.S_IFDIR;
  }

  /**
   * Tells whether it is a symbolic link.
   *
   * @return whether {@code S_ISLNK} holds
   */
  public boolean isSymbolicLink() {
    return type() == Linux.S_IFLNK;
  }

  /**
   * The time of last access as one number.
   *
   * @return nanoseconds since 1970; wraps in 2262
   */
  public long atime() {
    return atimeSeconds * 1_000_000_000L + atimeNanos;
  }

  /**
   * The time of the last change of the contents as one number.
   *
   * @return nanoseconds since 1970; wraps in 2262
   */
  public long mtime() {
    return mtimeSeconds * 1_000_000_000L + mtimeNanos;
  }

  /**
   * The time of the last change of the attributes as one number.
   *
   * @return nanoseconds since 1970; wraps in 2262
   */
  public long ctime() {
    return ctimeSeconds * 1_000_000_000L + ctimeNanos;
  }

  /**
   * The time of birth as one number.
   *
   * @return nanoseconds since 1970, 0 where unknown; wraps in 2262
   */
  public long btime() {
    return btimeSeconds * 1_000_000_000L + btimeNanos;
  }

  /**
   * The major part of a device number.
   *
   * @param dev a device number
   * @return its major part. Source: {@code man 3 major}
   */
  public static int major(long dev) {
    return (int) (dev >>> 8 & 0xFFF | dev >>> 32 & 0xFFFFF000L);
  }

  /**
   * The minor part of a device number.
   *
   * @param dev a device number
   * @return its minor part. Source: {@code man 3 minor}
   */
  public static int minor(long dev) {
    return (int) (dev & 0xFF | dev >>> 12 & 0xFFFFFF00L);
  }

  /**
   * Puts a device number together.
   *
   * @param major the major part
   * @param minor the minor part
   * @return the device number. Source: {@code man 3 makedev}
   */
  public static long makedev(int major, int minor) {
    return (minor & 0xFFL)
        | (major & 0xFFFL) << 8
        | (minor & 0xFFFFFF00L) << 12
        | (major & 0xFFFFF000L) << 32;
  }
}
