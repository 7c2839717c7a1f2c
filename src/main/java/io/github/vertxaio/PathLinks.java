package io.github.vertxaio;

/** The requests that make names and read where they lead. */
public interface PathLinks {

  /**
   * link—gives a file a second name. Both paths start in the directory of the view. A symbolic link
   * is not followed, but gets a second name itself.
   *
   * @param source the file
   * @param target the new name
   * @return completed with {@code null}; fails with {@link Errno#EEXIST}, {@link Errno#EXDEV},
   *     {@link Errno#EMLINK}, {@link Errno#EPERM} (a directory, or a file system without hard
   *     links), {@link Errno#ENOENT}. Source: {@code man 2 link}
   */
  AioRequest<Void> link(String source, String target);

  /**
   * symlink—makes a symbolic link.
   *
   * @param target what the link contains, as it is: a relative one will start in the directory that
   *     holds the link. It need not exist
   * @param path the link, which starts in the directory of the view
   * @return completed with {@code null}; fails with {@link Errno#EEXIST}, {@link Errno#ENOENT},
   *     {@link Errno#EACCES}, {@link Errno#ENOSPC}, {@link Errno#EPERM}. Source: {@code man 2
   *     symlink}
   */
  AioRequest<Void> symlink(String target, String path);

  /**
   * readlink—reads what a symbolic link contains.
   *
   * @param path the link
   * @return its target as it is, see {@link PathBytes}; fails with {@link Errno#EINVAL} (no
   *     symbolic link), {@link Errno#ENOENT}, {@link Errno#EACCES}. Source: {@code man 2 readlink}
   */
  AioRequest<String> readlink(String path);

  /**
   * realpath—finds the absolute path of a file without symbolic links, {@code .} and {@code ..}. Of
   * {@code "."} it is the directory of the view, under the name that it has now. Needs {@code
   * /proc}.
   *
   * @param path the file, which has to exist
   * @return the path; fails with {@link Errno#ENOENT} (also when the file has no name any more),
   *     {@link Errno#EACCES}, {@link Errno#ELOOP}, {@link Errno#ENOTDIR}, {@link
   *     Errno#ENAMETOOLONG}, {@link Errno#EMFILE}. Source: {@code man 3 realpath}
   */
  AioRequest<String> realpath(String path);

  /**
   * mknod—makes a pipe, a device node, a socket or an empty file.
   *
   * @param path the name
   * @param mode its type, {@link Linux#S_IFIFO}, {@link Linux#S_IFCHR}, {@link Linux#S_IFBLK},
   *     {@link Linux#S_IFSOCK} or {@link Linux#S_IFREG}, and its permissions, reduced by the umask
   * @param dev the device of a device node, as {@link Stat#makedev} makes it; 0 for others
   * @return completed with {@code null}; fails with {@link Errno#EEXIST}, {@link Errno#EPERM}
   *     (devices need privileges; directories are made with {@link PathRequests#mkdir}), {@link
   *     Errno#EINVAL} (another type, or no such device number), {@link Errno#ENOENT}. Source:
   *     {@code man 2 mknod}
   */
  AioRequest<Void> mknod(String path, int mode, long dev);
}
