package io.github.vertxaio;

/** The requests on the space that an open file takes. */
public interface FileSpace {

  /**
   * ftruncate—sets the size of the file. What is beyond a smaller size is lost; a larger one reads
   * as zeros and takes no space.
   *
   * @param size in bytes
   * @return completed with {@code null}; fails with {@link Errno#EINVAL} (not open for writing, or
   *     no regular file), {@link Errno#EFBIG}, {@link Errno#EPERM} (sealed). Source: {@code man 2
   *     ftruncate}
   * @throws IllegalArgumentException when the size is negative
   */
  AioRequest<Void> truncate(long size);
}
