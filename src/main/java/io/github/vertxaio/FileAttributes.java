package io.github.vertxaio;

import java.time.Instant;

/** The requests on an open file that ask for its file system or change what is known of it. */
public interface FileAttributes {

  /**
   * fstatvfs—asks for the file system that the file is on.
   *
   * @return its sizes, limits and mount flags; fails with {@link Errno#EIO}, {@link Errno#ENOSYS}
   *     (it has none to tell). Source: {@code man 3 fstatvfs}
   */
  AioRequest<StatVfs> statvfs();

  /**
   * futimens—sets the times of the file.
   *
   * @param atime the time of last access
   * @param mtime the time of the last change of the contents; {@code null} counts as in {@link
   *     PathAttributes#utime(String, Instant, Instant)}
   * @return completed with {@code null}; fails with {@link Errno#EACCES} (now, and the file is
   *     neither ours nor writable), {@link Errno#EPERM} (another time, and it is not ours; or it is
   *     immutable), {@link Errno#EROFS}. Source: {@code man 3 futimens}
   */
  AioRequest<Void> utime(Instant atime, Instant mtime);

  /**
   * futimens—sets the times of the file as the kernel takes them. So the times of a {@link Stat}
   * are given to another file without loss.
   *
   * @param atimeSeconds the time of last access, in seconds since 1970
   * @param atimeNanos its nanoseconds, 0 to 999999999; or {@link Linux#UTIME_NOW} for now, or
   *     {@link Linux#UTIME_OMIT} to leave the time as it is, both of which ignore the seconds
   * @param mtimeSeconds the time of the last change of the contents, in seconds since 1970
   * @param mtimeNanos its nanoseconds, as {@code atimeNanos}
   * @return completed with {@code null}; fails with {@link Errno#EINVAL} for other nanoseconds,
   *     otherwise as {@link #utime(Instant, Instant)}. Source: {@code man 3 futimens}
   */
  AioRequest<Void> utime(long atimeSeconds, int atimeNanos, long mtimeSeconds, int mtimeNanos);

  /**
   * fchown—sets owner and group of the file. The kernel takes the set-user-ID and set-group-ID bits
   * off an executable.
   *
   * @param uid the owner, or −1 to leave it
   * @param gid the group, or −1 to leave it
   * @return completed with {@code null}; fails with {@link Errno#EPERM}, {@link Errno#EROFS}.
   *     Source: {@code man 2 fchown}
   */
  AioRequest<Void> chown(int uid, int gid);

  /**
   * fchmod—sets the permissions of the file.
   *
   * @param mode the permissions, {@code S_I*} bits of {@link Linux}; the umask does not apply, and
   *     the kernel ignores other bits
   * @return completed with {@code null}; fails with {@link Errno#EPERM}, {@link Errno#EROFS}.
   *     Source: {@code man 2 fchmod}
   */
  AioRequest<Void> chmod(int mode);
}
