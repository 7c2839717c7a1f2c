package io.github.vertxaio;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/**
 * An open descriptor, owned by this object.
 *
 * <p>Made by {@link Aio#open}. Requests in flight hold the descriptor: {@link #close} takes effect
 * when they are over, and no request ever meets a descriptor that was closed and used again. One
 * that is lost without being closed is closed when it is collected, and the loss is logged.
 *
 * <p>Like {@link Aio} it is an immutable view that any thread may use. Requests with an offset run
 * independently of each other. Requests without one use and move the file's own position; those,
 * and {@link #seek}, run one after the other in the order in which they were made.
 *
 * <p>All requests fail with {@link Errno#EBADF} after {@code close}. Negative offsets and lengths
 * throw {@link IllegalArgumentException}; ranges outside a buffer throw {@link
 * IndexOutOfBoundsException}.
 */
public interface AioFile extends FileAttributes, FileSpace, FileCaching, FileControl, FileMapping {

  /**
   * A view whose requests have this priority.
   *
   * @param priority −4 to 4, clamped
   * @return a view of the same descriptor
   */
  AioFile priority(int priority);

  /**
   * The path that the file was opened with.
   *
   * @return the path, as it was given
   */
  String path();

  /**
   * read—reads at an offset.
   *
   * @param offset where in the file, in bytes
   * @param length how many bytes at the most
   * @return what was read: shorter than {@code length} at the end of the file or where the kernel
   *     had no more at hand, empty at the end; fails with {@link Errno#EISDIR}, {@link Errno#EIO},
   *     {@link Errno#ESPIPE} (pipes and sockets have no offsets). Source: {@code man 2 pread}
   */
  AioRequest<Buffer> read(long offset, int length);

  /**
   * read—reads at the file's position and moves it.
   *
   * @param length how many bytes at the most
   * @return what was read, as of {@link #read(long, int)}. Source: {@code man 2 read}
   */
  AioRequest<Buffer> read(int length);

  /**
   * read—reads at an offset into a buffer of the caller. Without a copy where the buffer's memory
   * is direct, long enough and of a fixed capacity; otherwise the bytes are put there just before
   * the future completes, and the buffer grows as needed to {@code dataOffset} plus what was read.
   * The buffer must not be touched until the request is complete.
   *
   * @param offset where in the file, in bytes
   * @param length how many bytes at the most
   * @param data the buffer to fill
   * @param dataOffset where in the buffer, 0 to its length; a negative one counts from its end
   * @return how many bytes were read, 0 at the end of the file
   */
  AioRequest<Integer> read(long offset, int length, Buffer data, int dataOffset);

  /**
   * read—reads at the file's position into a buffer of the caller, and moves the position.
   *
   * @param length how many bytes at the most
   * @param data the buffer to fill
   * @param dataOffset where in the buffer; a negative one counts from its end
   * @return how many bytes were read, 0 at the end of the file
   */
  AioRequest<Integer> read(int length, Buffer data, int dataOffset);

  /**
   * write—writes a buffer at an offset. On a file opened with O_APPEND the kernel ignores the
   * offset and appends. The buffer must not be changed until the request is complete.
   *
   * @param offset where in the file, in bytes
   * @param data what to write
   * @return how many bytes were written, which may be fewer; see {@link #writeFully}. Fails with
   *     {@link Errno#ENOSPC}, {@link Errno#EDQUOT}, {@link Errno#EFBIG}, {@link Errno#EIO}, {@link
   *     Errno#EBADF} (not open for writing). Source: {@code man 2 pwrite}
   */
  default AioRequest<Integer> write(long offset, Buffer data) {
    return write(offset, data, 0, data.length());
  }

  /**
   * write—writes a part of a buffer at an offset.
   *
   * @param offset where in the file, in bytes
   * @param data holds what to write
   * @param dataOffset where in the buffer it begins; a negative one counts from its end
   * @param length how many bytes
   * @return how many bytes were written, which may be fewer
   */
  AioRequest<Integer> write(long offset, Buffer data, int dataOffset, int length);

  /**
   * write—writes a buffer at the file's position and moves it.
   *
   * @param data what to write
   * @return how many bytes were written, which may be fewer. Source: {@code man 2 write}
   */
  default AioRequest<Integer> write(Buffer data) {
    return write(data, 0, data.length());
  }

  /**
   * write—writes a part of a buffer at the file's position and moves it.
   *
   * @param data holds what to write
   * @param dataOffset where in the buffer it begins; a negative one counts from its end
   * @param length how many bytes
   * @return how many bytes were written, which may be fewer
   */
  AioRequest<Integer> write(Buffer data, int dataOffset, int length);

  /**
   * Writes the whole of a buffer at an offset, with as many calls as that takes.
   *
   * @param offset where in the file, in bytes
   * @param data what to write
   * @return completed with {@code null} when every byte is written; when a call fails, the bytes
   *     ahead of it are in the file and the failure is that call's
   */
  AioRequest<Void> writeFully(long offset, Buffer data);

  /**
   * sendfile—copies from an offset of this file to the position of another, and moves that. Takes
   * its turn among the requests that use that position; the position of this file stays. Where the
   * kernel cannot couple the two files it is done by reading and writing.
   *
   * <p>A request whose target waits for a reader, like a full pipe, keeps its worker waiting too.
   *
   * @param out the target: a file, a pipe or a socket
   * @param inOffset where in this file, in bytes
   * @param length how many bytes; the kernel copies at most 2147479552 (0x7ffff000) at once
   * @return how many bytes were written, fewer at the end of this file, or where the target took no
   *     more or failed later; 0 at the end. More may have been read from this file. Fails, when
   *     nothing was written, with {@link Errno#EAGAIN} (the target is O_NONBLOCK and full), {@link
   *     Errno#EBADF} (also for the target), {@link Errno#ESPIPE} (this file has no offsets), {@link
   *     Errno#EPIPE}, {@link Errno#ENOSPC}, {@link Errno#EFBIG}, {@link Errno#EIO}. Source: {@code
   *     man 2 sendfile}
   */
  AioRequest<Long> sendfile(AioFile out, long inOffset, long length);

  /**
   * sendfile—sends a part of this file to a socket, behind what was written to that before. What is
   * written to it before this completes may come between the parts.
   *
   * <p>On every transport the kernel sends from the page cache, without a copy in this process: a
   * worker brings each part there first, so that the event loop of the socket never waits for the
   * device. With TLS, traffic shaping or an upgraded HTTP connection, for small parts, files like
   * those of {@code /proc}, and on io_uring transports beyond 2 GiB, the bytes are read and written
   * instead. The socket's buffer bounds how much is under way; a peer that reads nothing keeps the
   * request waiting, and no worker. Whoever truncates the file below what is being sent breaks the
   * connection.
   *
   * @param out the socket, of any context
   * @param inOffset where in this file, in bytes
   * @param length how many bytes
   * @return how many bytes the socket has taken: fewer at the end of this file, or where reading or
   *     sending failed later, then in whole parts of up to 1 MiB; 0 at the end. Fails, when nothing
   *     was sent, with {@link Errno#EPIPE} (the socket is closed), {@link Errno#EBADF} (not open
   *     for reading), {@link Errno#EISDIR}, {@link Errno#ESPIPE} (this file has no offsets), {@link
   *     Errno#EIO}. Cancelling it leaves the socket open, with what was sent. Source: {@code man 2
   *     sendfile}
   */
  AioRequest<Long> sendfile(NetSocket out, long inOffset, long length);

  /**
   * seek—moves the file's position.
   *
   * @param offset bytes from where {@code whence} says; may be negative for SEEK_CUR and SEEK_END
   * @param whence {@link Linux#SEEK_SET}, {@link Linux#SEEK_CUR}, {@link Linux#SEEK_END}, {@link
   *     Linux#SEEK_DATA} or {@link Linux#SEEK_HOLE}
   * @return the new position from the start; fails with {@link Errno#EINVAL}, {@link Errno#ENXIO}
   *     (no data after the offset), {@link Errno#ESPIPE}. Source: {@code man 2 lseek}
   */
  AioRequest<Long> seek(long offset, int whence);

  /**
   * fstat—reads the attributes of the open file.
   *
   * @return its attributes. Source: {@code man 2 statx}
   */
  AioRequest<Stat> stat();

  /**
   * fsync—brings data and metadata of the file to the device.
   *
   * @return completed with {@code null} when the device has them; fails with {@link Errno#EIO},
   *     {@link Errno#ENOSPC}, {@link Errno#EINVAL} (not a file that can be synced). Source: {@code
   *     man 2 fsync}
   */
  AioRequest<Void> fsync();

  /**
   * fdatasync—brings the data of the file to the device, and of its metadata what is needed to read
   * them.
   *
   * @return completed with {@code null}; errors as of {@link #fsync}. Source: {@code man 2
   *     fdatasync}
   */
  AioRequest<Void> fdatasync();

  /**
   * close—closes the descriptor when the requests in flight are over. Closing again gives the same
   * outcome and never touches a descriptor that was opened since.
   *
   * @return completed with {@code null}; fails with {@link Errno#EIO}, {@link Errno#ENOSPC} or
   *     {@link Errno#EDQUOT} when the file system reports a late write error: the descriptor is
   *     closed all the same. Source: {@code man 2 close}
   */
  AioRequest<Void> close();
}
