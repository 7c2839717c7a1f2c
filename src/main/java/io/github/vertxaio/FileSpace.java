package io.github.vertxaio;

import java.util.List;

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

  /**
   * fallocate—gives a range of the file space, or takes it away. What the file system cannot do
   * fails with {@link Errno#EOPNOTSUPP}; nothing is emulated.
   *
   * @param mode 0 to allocate and, where the range ends behind it, move the end of the file; or a
   *     combination of {@link Linux#FALLOC_FL_KEEP_SIZE} (the end stays), {@link
   *     Linux#FALLOC_FL_PUNCH_HOLE} (takes the space away; only with KEEP_SIZE), {@link
   *     Linux#FALLOC_FL_ZERO_RANGE}, {@link Linux#FALLOC_FL_COLLAPSE_RANGE} and {@link
   *     Linux#FALLOC_FL_INSERT_RANGE} (both in whole blocks, and move what is behind), {@link
   *     Linux#FALLOC_FL_UNSHARE_RANGE}
   * @param offset where the range begins, in bytes
   * @param length how long it is, in bytes
   * @return completed with {@code null}; fails with {@link Errno#EOPNOTSUPP}, {@link Errno#ENOSPC},
   *     {@link Errno#EFBIG}, {@link Errno#EINVAL} (a length of 0, no whole blocks), {@link
   *     Errno#EBADF} (not open for writing), {@link Errno#ENODEV}, {@link Errno#ESPIPE}, {@link
   *     Errno#EPERM} (sealed, immutable). Source: {@code man 2 fallocate}
   * @throws IllegalArgumentException when offset or length is negative
   */
  AioRequest<Void> allocate(int mode, long offset, long length);

  /**
   * fiemap—asks for all extents of a range: where its data are on the device. Takes as many calls
   * as there are extents for, so that a file that is changed meanwhile gives a mixture.
   *
   * @param start where the range begins, in bytes
   * @param length how long it is, in bytes; {@link Linux#FIEMAP_MAX_OFFSET} for the rest of the
   *     file
   * @param flags 0, or a combination of {@link Linux#FIEMAP_FLAG_SYNC} (write it to the device
   *     first), {@link Linux#FIEMAP_FLAG_XATTR} (the extents of the attributes instead) and {@link
   *     Linux#FIEMAP_FLAG_CACHE}
   * @return the extents in their order, holes left out; the first may begin before the range and
   *     the last end behind it. Fails with {@link Errno#EBADR} for other flags, {@link
   *     Errno#EOPNOTSUPP} (what has no extents, like a pipe), {@link Errno#EINVAL} (a length of 0),
   *     {@link Errno#EFBIG}. Source: the kernel's {@code filesystems/fiemap}
   * @throws IllegalArgumentException when start or length is negative, but for FIEMAP_MAX_OFFSET
   */
  default AioRequest<List<Extent>> fiemap(long start, long length, int flags) {
    return fiemap(start, length, flags, Integer.MAX_VALUE);
  }

  /**
   * fiemap—asks for the first extents of a range.
   *
   * @param start where the range begins, in bytes
   * @param length how long it is, as of {@link #fiemap(long, long, int)}
   * @param flags as of {@link #fiemap(long, long, int)}
   * @param count how many extents at the most, 1 or more; their number alone gives {@link
   *     #fiemapCount}
   * @return the extents, as of {@link #fiemap(long, long, int)}
   * @throws IllegalArgumentException also when the count is not positive
   */
  AioRequest<List<Extent>> fiemap(long start, long length, int flags, int count);

  /**
   * fiemap—asks for the number of extents of a range. It may have changed when they are asked for.
   *
   * @param start where the range begins, in bytes
   * @param length how long it is, as of {@link #fiemap(long, long, int)}
   * @param flags as of {@link #fiemap(long, long, int)}
   * @return how many extents there are; errors as of {@link #fiemap(long, long, int)}
   * @throws IllegalArgumentException when start or length is negative, but for FIEMAP_MAX_OFFSET
   */
  AioRequest<Long> fiemapCount(long start, long length, int flags);
}
