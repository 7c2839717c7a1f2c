package io.github.vertxaio;

import io.github.vertxaio.impl.sys.MemoryCalls;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;

/**
 * Mapped memory, owned by this object. Made by {@link AioFile#mmap} and {@link Aio#mmap}.
 *
 * <p>Like {@link AioFile} it is an immutable view that any thread may use. Requests in flight hold
 * the memory, those that read into it or write from it included: {@link #close} takes effect when
 * they are over. A region that is lost without being closed, and all its buffers with it, is
 * unmapped when it is collected, and the loss is logged.
 *
 * <h2>Buffers</h2>
 *
 * <p>{@link #byteBuf(long, int)} and {@link #buffer(long, int)} are the memory itself, not a copy,
 * of a fixed length. Given to {@link AioFile#read(long, int, Buffer, int)} or {@link
 * AioFile#write(long, Buffer)} the kernel uses the memory where it is. A slice of a buffer is the
 * memory too, but the kernel gets a copy of it: rather make a buffer of the part.
 *
 * <p>Nothing that is done with them ends the process. What cannot be done throws:
 *
 * <ul>
 *   <li>{@link IllegalStateException} after {@link #close}, and while {@link #mremap} is under way
 *   <li>{@link IndexOutOfBoundsException} past the end, also of a region that has become shorter
 *   <li>{@link AioException} with {@link Errno#EFAULT} on pages without the rights, and on pages of
 *       a file that end, or were cut off, underneath
 *   <li>{@link UnsupportedOperationException} for the memory address. An NIO buffer of it is a copy
 *       and read-only, and so is what Netty's transports send.
 * </ul>
 *
 * <p>Memory without a file, and that of a file sealed with {@link Linux#F_SEAL_SHRINK}, is accessed
 * in place. Of other files, and of huge pages, somebody may take the pages away at any moment, and
 * the JVM reports that to the wrong place, so there the kernel copies: each access is a call, and
 * many bytes at once are better than many single ones. {@link #direct()} gives that up.
 *
 * <h2>Requests</h2>
 *
 * <p>They are all asynchronous, also where IO::AIO has synchronous calls: each takes the kernel's
 * lock on the memory of the process, and goes through all of the pages. A range counts from the
 * start of the region. A negative offset counts from its end; one outside of it throws {@link
 * IndexOutOfBoundsException}. A length that is too long ends with the region. Ranges are rounded to
 * whole pages. After {@code close} requests fail with {@link Errno#EFAULT}, during {@link #mremap}
 * with {@link Errno#EBUSY}.
 */
public interface MappedRegion {
  /** The size of a page in bytes: what offsets in files are multiples of. */
  int PAGESIZE = MemoryCalls.pageSize();

  /**
   * A view whose requests have this priority.
   *
   * @param priority −4 to 4, clamped
   * @return a view of the same memory
   */
  MappedRegion priority(int priority);

  /**
   * A view whose buffers are always accessed in place. It is for files that nobody makes shorter:
   * where that happens all the same, or a page cannot be read, {@link InternalError} is thrown, as
   * with {@link java.nio.MappedByteBuffer}: possibly late, by whatever the thread does next, with
   * JDK 17 nearly always. A cleaner of the JDK that it meets ends the process. Everything else is
   * checked as in other views.
   *
   * @return a view of the same memory
   */
  MappedRegion direct();

  /**
   * How long the region is.
   *
   * @return bytes, as they were asked for when it was mapped or remapped
   */
  long length();

  /**
   * A part of the region as a Netty buffer, readable from its start to its end. Each is a view of
   * its own: to release it ends this one alone, and never unmaps.
   *
   * @param offset where the part begins, in bytes; a negative one counts from the end
   * @param length how long it is
   * @return the view
   * @throws IndexOutOfBoundsException for a part that is not within the region
   * @throws IllegalArgumentException for a negative length
   */
  ByteBuf byteBuf(long offset, int length);

  /**
   * All of the region as a Netty buffer, of a region of less than 2 GiB.
   *
   * @return the view
   * @throws ArithmeticException for a longer region
   */
  default ByteBuf byteBuf() {
    return byteBuf(0, Math.toIntExact(length()));
  }

  /**
   * A part of the region as a Vert.x buffer.
   *
   * @param offset where the part begins, in bytes; a negative one counts from the end
   * @param length how long it is
   * @return the view; like every Vert.x buffer of a fixed capacity it throws, or turns into a copy,
   *     when it is appended to or changed past its end
   * @throws IndexOutOfBoundsException for a part that is not within the region
   * @throws IllegalArgumentException for a negative length
   */
  Buffer buffer(long offset, int length);

  /**
   * All of the region as a Vert.x buffer, of a region of less than 2 GiB.
   *
   * @return the view
   * @throws ArithmeticException for a longer region
   */
  default Buffer buffer() {
    return buffer(0, Math.toIntExact(length()));
  }

  /**
   * mremap—makes the region longer or shorter, and moves it where it has to. Buffers stay valid:
   * they follow it, and end where it ends.
   *
   * @param length how many bytes it is to have, more than 0
   * @return whether it has moved, which nobody who uses buffers notices; fails with {@link
   *     Errno#EBUSY} (other requests use the region), {@link Errno#ENOMEM} (also: too much is
   *     locked, as {@link Errno#EAGAIN}), {@link Errno#EFAULT} (it is to be longer, and parts of it
   *     have other rights or advice), {@link Errno#EINVAL} (huge pages). Source: {@code man 2
   *     mremap}
   * @throws IllegalArgumentException for a length below 1
   */
  default AioRequest<Boolean> mremap(long length) {
    return mremap(length, Linux.MREMAP_MAYMOVE);
  }

  /**
   * mremap—makes the region longer or shorter.
   *
   * @param length how many bytes it is to have, more than 0
   * @param flags {@link Linux#MREMAP_MAYMOVE}, or 0 so that it fails with {@link Errno#ENOMEM}
   *     where there is no room behind it
   * @return whether it has moved; errors as of {@link #mremap(long)}
   * @throws IllegalArgumentException for a length below 1 or other flags
   */
  AioRequest<Boolean> mremap(long length, int flags);

  /**
   * mprotect—sets what pages may be used for. Waits until accesses of other threads to them are
   * over. While it is under way pages have the rights that they have before and after it; where it
   * fails they may keep no more than those.
   *
   * @param offset where the range begins, in bytes; a negative one counts from the end
   * @param length how long it is; a negative one stands for the rest
   * @param prot {@link Linux#PROT_NONE}, or a combination of {@link Linux#PROT_READ}, {@link
   *     Linux#PROT_WRITE} and {@link Linux#PROT_EXEC}
   * @return completed with {@code null}; fails with {@link Errno#EACCES} (the file is not open for
   *     that, or PROT_EXEC forbidden), {@link Errno#ENOMEM} (too many ranges of different rights),
   *     {@link Errno#EINVAL} (huge pages). Source: {@code man 2 mprotect}
   * @throws IllegalArgumentException for other rights
   */
  AioRequest<Void> mprotect(long offset, long length, int prot);

  /**
   * madvise—tells the kernel what pages will be used for. It is the call of the kernel, not
   * posix_madvise: {@link Linux#MADV_DONTNEED} throws away what is in memory, and pages without a
   * file are zero then.
   *
   * @param offset where the range begins, in bytes; a negative one counts from the end
   * @param length how long it is; a negative one stands for the rest
   * @param advice {@code MADV_*} of {@link Linux}
   * @return completed with {@code null}, for {@link Linux#MADV_POPULATE_READ} and others when that
   *     is done; fails with {@link Errno#EINVAL} (not with such pages, or on this kernel), {@link
   *     Errno#EIO}, {@link Errno#ENOMEM}, {@link Errno#EACCES}, {@link Errno#EPERM}. Source: {@code
   *     man 2 madvise}
   * @throws IllegalArgumentException for other advice, and for what makes pages fatal to touch:
   *     {@link Linux#MADV_HWPOISON}, {@link Linux#MADV_SOFT_OFFLINE}, guard pages
   */
  AioRequest<Void> madvise(long offset, long length, int advice);

  /**
   * msync—writes all that was changed to the file, and waits for that.
   *
   * @return completed with {@code null}; errors as of {@link #msync(long, long, int)}
   */
  default AioRequest<Void> msync() {
    return msync(0, length(), Linux.MS_SYNC);
  }

  /**
   * msync—writes to the file what was changed in pages of a region mapped with {@link
   * Linux#MAP_SHARED}. Of other regions nothing is to be written.
   *
   * @param offset where the range begins, in bytes; a negative one counts from the end
   * @param length how long it is; a negative one says how far from the end it ends
   * @param flags {@link Linux#MS_SYNC} (wait until it is written) or {@link Linux#MS_ASYNC}
   *     (nothing but a check, as the kernel writes in any case), with {@link Linux#MS_INVALIDATE}
   * @return completed with {@code null}; fails with {@link Errno#EIO}, {@link Errno#ENOSPC}, {@link
   *     Errno#EINVAL} (flags), {@link Errno#EBUSY} (MS_INVALIDATE of what is locked). Source:
   *     {@code man 2 msync}
   */
  AioRequest<Void> msync(long offset, long length, int flags);

  /**
   * mtouch—reads all pages, so that they are in memory.
   *
   * @return completed with {@code null}; errors as of {@link #mtouch(long, long, int)}
   */
  default AioRequest<Void> mtouch() {
    return mtouch(0, length(), 0);
  }

  /**
   * mtouch—reads or modifies pages, so that they are in memory, and all that has to be done for
   * that is done. One call of the kernel from 5.14 on, otherwise one or two for each page.
   *
   * @param offset where the range begins, in bytes; a negative one counts from the end
   * @param length how long it is; a negative one says how far from the end it ends
   * @param flags 0 to read, {@link Linux#MT_MODIFY} to make pages dirty without changing them
   * @return completed with {@code null}; fails with {@link Errno#EFAULT} (pages behind the end of
   *     the file, or without the rights), {@link Errno#ENOMEM}, {@link Errno#EHWPOISON}. Source:
   *     {@code man 2 madvise}
   * @throws IllegalArgumentException for other flags
   */
  AioRequest<Void> mtouch(long offset, long length, int flags);

  /**
   * mlock—brings all pages to memory and keeps them there.
   *
   * @return completed with {@code null}; errors as of {@link #mlock(long, long)}
   */
  default AioRequest<Void> mlock() {
    return mlock(0, length());
  }

  /**
   * mlock—brings pages to memory and keeps them there, until {@link #munlock} or the end of the
   * region. Locks do not add up.
   *
   * @param offset where the range begins, in bytes; a negative one counts from the end
   * @param length how long it is; a negative one says how far from the end it ends
   * @return completed with {@code null}; fails with {@link Errno#ENOMEM} (above {@link
   *     Linux#RLIMIT_MEMLOCK}, or pages that cannot be used), {@link Errno#EPERM} (a limit of 0),
   *     {@link Errno#EAGAIN}. Source: {@code man 2 mlock}
   */
  AioRequest<Void> mlock(long offset, long length);

  /**
   * munlock—lets all pages go again.
   *
   * @return completed with {@code null}; errors as of {@link #munlock(long, long)}
   */
  default AioRequest<Void> munlock() {
    return munlock(0, length());
  }

  /**
   * munlock—lets pages go again.
   *
   * @param offset where the range begins, in bytes; a negative one counts from the end
   * @param length how long it is; a negative one says how far from the end it ends
   * @return completed with {@code null}; fails with {@link Errno#ENOMEM}. Source: {@code man 2
   *     munlock}
   */
  AioRequest<Void> munlock(long offset, long length);

  /**
   * munmap—unmaps the region when the requests in flight are over. Buffers of it cannot be used
   * from now on. Closing again gives the same outcome.
   *
   * @return completed with {@code null} when the memory is gone; what was changed of a file is
   *     written by the kernel later, see {@link #msync()}. Source: {@code man 2 munmap}
   */
  AioRequest<Void> close();
}
