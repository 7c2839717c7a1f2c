package io.github.vertxaio;

/**
 * The requests that name files by path. {@link Aio} states the contract they share; relative paths
 * start in the directory of the view, see {@link Aio#at}.
 */
public interface PathRequests extends PathAttributes, PathLinks, PathComposites {

  /**
   * wd—opens a directory to start paths from.
   *
   * @param path a directory
   * @return the directory; fails with {@link Errno#ENOTDIR}, {@link Errno#ENOENT}, {@link
   *     Errno#EACCES}, {@link Errno#EMFILE}. Source: {@code man 2 open} (O_PATH)
   */
  AioRequest<WorkingDirectory> wd(String path);

  /**
   * open—opens or creates a file. O_CLOEXEC is always set.
   *
   * @param path the file
   * @param flags {@code O_*} of {@link Linux}: one of O_RDONLY, O_WRONLY, O_RDWR, combined with
   *     others
   * @param mode the permissions of a file that is created, reduced by the umask; 0 otherwise
   * @return the file; fails with {@link Errno#ENOENT}, {@link Errno#EACCES}, {@link Errno#EEXIST},
   *     {@link Errno#EISDIR}, {@link Errno#EMFILE}, {@link Errno#ENOSPC}. Source: {@code man 2
   *     open}
   */
  AioRequest<AioFile> open(String path, int flags, int mode);

  /**
   * open—opens an existing file.
   *
   * @param path the file
   * @param flags {@code O_*} of {@link Linux}
   * @return the file
   */
  default AioRequest<AioFile> open(String path, int flags) {
    return open(path, flags, 0);
  }

  /**
   * stat—reads the attributes of a file, following symbolic links.
   *
   * @param path the file
   * @return its attributes; fails with {@link Errno#ENOENT}, {@link Errno#EACCES}, {@link
   *     Errno#ELOOP}, {@link Errno#ENOTDIR}. Kernel 4.11. Source: {@code man 2 statx}
   */
  AioRequest<Stat> stat(String path);

  /**
   * lstat—reads the attributes of a file; of a symbolic link those of the link itself.
   *
   * @param path the file
   * @return its attributes; errors as of {@link #stat}. Source: {@code man 2 statx}
   */
  AioRequest<Stat> lstat(String path);

  /**
   * readdir—reads the names in a directory.
   *
   * @param path the directory
   * @return all names but {@code .} and {@code ..}, in the order of the file system; fails with
   *     {@link Errno#ENOTDIR}, {@link Errno#ENOENT}, {@link Errno#EACCES}, {@link Errno#EMFILE}.
   *     Source: {@code man 2 getdents64}
   */
  AioRequest<java.util.List<String>> readdir(String path);

  /**
   * readdirx—reads a directory with types, inodes, or in an order that suits further calls.
   *
   * @param path the directory
   * @param flags a combination of {@link Linux#READDIR_DENTS} (give entries, not only names),
   *     {@link Linux#READDIR_DIRS_FIRST} (likely directories first) and {@link
   *     Linux#READDIR_STAT_ORDER} (in an order that makes stat of each fast)
   * @return the listing, whose flags have {@link Linux#READDIR_FOUND_UNKNOWN} when a type is
   *     unknown; fails with {@link Errno#EINVAL} for other flags, otherwise as {@link #readdir}
   */
  AioRequest<DirectoryListing> readdirx(String path, int flags);

  /**
   * scandir—separates the names of a directory into directories and everything else, with as few
   * calls as the file system allows: none but readdir where it tells the types.
   *
   * @param path the directory
   * @param maxRequests how many stat calls it may have under way where they are needed; 0 or less
   *     for a suitable default of 4
   * @return both lists; symbolic links to directories are in {@link ScanResult#nondirs}; fails as
   *     {@link #readdir}
   */
  AioRequest<ScanResult> scandir(String path, int maxRequests);

  /**
   * unlink—removes a name that is not a directory.
   *
   * @param path the name
   * @return completed with {@code null}; fails with {@link Errno#ENOENT}, {@link Errno#EISDIR},
   *     {@link Errno#EACCES}, {@link Errno#EPERM}, {@link Errno#EBUSY}. Source: {@code man 2
   *     unlink}
   */
  AioRequest<Void> unlink(String path);

  /**
   * rmdir—removes an empty directory. The path {@code "."} of a {@link Aio#at working directory}
   * removes that directory itself, by its {@link WorkingDirectory#path path}.
   *
   * @param path the directory
   * @return completed with {@code null}; fails with {@link Errno#ENOTEMPTY}, {@link Errno#ENOTDIR},
   *     {@link Errno#ENOENT}, {@link Errno#EBUSY}. Source: {@code man 2 rmdir}
   */
  AioRequest<Void> rmdir(String path);

  /**
   * mkdir—makes a directory.
   *
   * @param path the directory
   * @param mode its permissions, reduced by the umask
   * @return completed with {@code null}; fails with {@link Errno#EEXIST}, {@link Errno#ENOENT},
   *     {@link Errno#EACCES}, {@link Errno#ENOSPC}. Source: {@code man 2 mkdir}
   */
  AioRequest<Void> mkdir(String path, int mode);

  /**
   * rename—gives a file another name, replacing what had it. Both paths start in the directory of
   * the view; the source {@code "."} of a {@link Aio#at working directory} is that directory
   * itself, by its {@link WorkingDirectory#path path}.
   *
   * @param source the old name
   * @param target the new name
   * @return completed with {@code null}; fails with {@link Errno#ENOENT}, {@link Errno#EXDEV},
   *     {@link Errno#ENOTEMPTY}, {@link Errno#EISDIR}, {@link Errno#EACCES}. Source: {@code man 2
   *     rename}
   */
  default AioRequest<Void> rename(String source, String target) {
    return rename(source, target, 0);
  }

  /**
   * rename—as {@link #rename(String, String)}, with flags.
   *
   * @param source the old name
   * @param target the new name
   * @param flags {@link Linux#RENAME_NOREPLACE}, {@link Linux#RENAME_EXCHANGE}, {@link
   *     Linux#RENAME_WHITEOUT} or 0
   * @return completed with {@code null}; also fails with {@link Errno#EEXIST} and {@link
   *     Errno#EINVAL}. Kernel 3.15. Source: {@code man 2 renameat2}
   */
  AioRequest<Void> rename(String source, String target, int flags);
}
