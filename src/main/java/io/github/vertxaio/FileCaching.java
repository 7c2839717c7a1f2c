package io.github.vertxaio;

/** The requests on what the page cache holds of an open file. */
public interface FileCaching {

  /**
   * readahead—reads a range into the page cache, so that later reads do not wait. Whole pages are
   * read, nothing behind the end of the file; the file's position stays. The kernel bounds how much
   * it reads at once.
   *
   * @param offset where the range begins, in bytes
   * @param length how long it is, in bytes
   * @return completed with {@code null} when the reading has been started; fails with {@link
   *     Errno#EINVAL} (no regular file), {@link Errno#EBADF} (not open for reading). Source: {@code
   *     man 2 readahead}
   * @throws IllegalArgumentException when offset or length is negative
   */
  AioRequest<Void> readahead(long offset, long length);

  /**
   * posix_fadvise—tells the kernel what a range will be used for. It is advice, so nothing that a
   * program can see depends on it.
   *
   * @param offset where the range begins, in bytes
   * @param length how long it is, in bytes; 0 for the rest of the file
   * @param advice {@link Linux#POSIX_FADV_NORMAL}, {@link Linux#POSIX_FADV_SEQUENTIAL}, {@link
   *     Linux#POSIX_FADV_RANDOM}, {@link Linux#POSIX_FADV_WILLNEED} (read it now), {@link
   *     Linux#POSIX_FADV_DONTNEED} (forget what is not to be written), {@link
   *     Linux#POSIX_FADV_NOREUSE}
   * @return completed with {@code null}; fails with {@link Errno#EINVAL} for other advice, {@link
   *     Errno#ESPIPE} (pipes). Source: {@code man 2 posix_fadvise}
   * @throws IllegalArgumentException when offset or length is negative
   */
  AioRequest<Void> fadvise(long offset, long length, int advice);

  /**
   * sync_file_range—writes the data of a range back to the device. Neither the size of the file nor
   * the device's own cache are included, so it is no way to make data safe. Where the kernel has no
   * such call it is fdatasync.
   *
   * @param offset where the range begins, in bytes
   * @param length how long it is, in bytes; 0 for the rest of the file
   * @param flags a combination of {@link Linux#SYNC_FILE_RANGE_WAIT_BEFORE}, {@link
   *     Linux#SYNC_FILE_RANGE_WRITE} and {@link Linux#SYNC_FILE_RANGE_WAIT_AFTER}
   * @return completed with {@code null}; fails with {@link Errno#EINVAL} for other flags, {@link
   *     Errno#EIO}, {@link Errno#ENOSPC}, {@link Errno#ESPIPE}. Source: {@code man 2
   *     sync_file_range}
   * @throws IllegalArgumentException when offset or length is negative
   */
  AioRequest<Void> syncFileRange(long offset, long length, int flags);

  /**
   * syncfs—brings the whole file system that the file is on to its device.
   *
   * @return completed with {@code null} when the device has all; fails with {@link Errno#EIO},
   *     {@link Errno#ENOSPC} and {@link Errno#EDQUOT} for what could not be written since the file
   *     was opened (kernel 5.8). Source: {@code man 2 syncfs}
   */
  AioRequest<Void> syncfs();
}
