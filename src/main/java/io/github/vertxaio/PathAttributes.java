package io.github.vertxaio;

import java.time.Instant;

/**
 * The requests on paths that ask for a file system, or change what is known of a file or its size.
 */
public interface PathAttributes {

  /**
   * statvfs—asks for the file system that a file is on, following symbolic links.
   *
   * @param path any file on it
   * @return its sizes, limits and mount flags; fails with {@link Errno#ENOENT}, {@link
   *     Errno#EACCES}, {@link Errno#ENOTDIR}, {@link Errno#ELOOP}; from a {@link Aio#at working
   *     directory} also with {@link Errno#EMFILE}. Source: {@code man 3 statvfs}
   */
  AioRequest<StatVfs> statvfs(String path);

  /**
   * utime—sets the times of a file, following symbolic links. What the file system keeps decides
   * how much of the nanoseconds survives.
   *
   * @param path the file
   * @param atime the time of last access
   * @param mtime the time of the last change of the contents; when both are {@code null} both are
   *     set to now, when only one is, that one is set to the start of 1970. To leave a time as it
   *     is use {@link #utime(String, long, int, long, int)}
   * @return completed with {@code null}; fails with {@link Errno#ENOENT}, {@link Errno#EACCES}
   *     (now, and the file is neither ours nor writable), {@link Errno#EPERM} (another time, and it
   *     is not ours; or it is immutable), {@link Errno#EROFS}. Source: {@code man 2 utimensat}
   */
  AioRequest<Void> utime(String path, Instant atime, Instant mtime);

  /**
   * utime—sets the times of a file as the kernel takes them, following symbolic links.
   *
   * @param path the file
   * @param atimeSeconds the time of last access, in seconds since 1970
   * @param atimeNanos its nanoseconds, 0 to 999999999; or {@link Linux#UTIME_NOW} for now, or
   *     {@link Linux#UTIME_OMIT} to leave the time as it is, both of which ignore the seconds
   * @param mtimeSeconds the time of the last change of the contents, in seconds since 1970
   * @param mtimeNanos its nanoseconds, as {@code atimeNanos}
   * @return completed with {@code null}; fails with {@link Errno#EINVAL} for other nanoseconds,
   *     otherwise as {@link #utime(String, Instant, Instant)}. Source: {@code man 2 utimensat}
   */
  AioRequest<Void> utime(
      String path, long atimeSeconds, int atimeNanos, long mtimeSeconds, int mtimeNanos);

  /**
   * chown—sets owner and group of a file, following symbolic links. The kernel takes the
   * set-user-ID and set-group-ID bits off an executable.
   *
   * @param path the file
   * @param uid the owner, or −1 to leave it
   * @param gid the group, or −1 to leave it
   * @return completed with {@code null}; fails with {@link Errno#EPERM}, {@link Errno#ENOENT},
   *     {@link Errno#EACCES}, {@link Errno#EROFS}. Source: {@code man 2 chown}
   */
  AioRequest<Void> chown(String path, int uid, int gid);

  /**
   * lchown—as {@link #chown}, of a symbolic link itself.
   *
   * @param path the file
   * @param uid the owner, or −1 to leave it
   * @param gid the group, or −1 to leave it
   * @return completed with {@code null}; errors as of {@link #chown}. Source: {@code man 2 lchown}
   */
  AioRequest<Void> lchown(String path, int uid, int gid);

  /**
   * chmod—sets the permissions of a file, following symbolic links.
   *
   * @param path the file
   * @param mode the permissions, {@code S_I*} bits of {@link Linux}; the umask does not apply, and
   *     the kernel ignores other bits
   * @return completed with {@code null}; fails with {@link Errno#EPERM}, {@link Errno#ENOENT},
   *     {@link Errno#EACCES}, {@link Errno#EROFS}. Source: {@code man 2 chmod}
   */
  AioRequest<Void> chmod(String path, int mode);

  /**
   * truncate—sets the size of a file, following symbolic links. What is beyond a smaller size is
   * lost; a larger one reads as zeros and takes no space.
   *
   * @param path the file
   * @param size in bytes
   * @return completed with {@code null}; fails with {@link Errno#ENOENT}, {@link Errno#EACCES},
   *     {@link Errno#EISDIR}, {@link Errno#EINVAL} (no regular file), {@link Errno#EFBIG}, {@link
   *     Errno#ETXTBSY}; from a {@link Aio#at working directory} also with {@link Errno#EMFILE}.
   *     Source: {@code man 2 truncate}
   * @throws IllegalArgumentException when the size is negative
   */
  AioRequest<Void> truncate(String path, long size);
}
