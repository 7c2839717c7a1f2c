package io.github.vertxaio.impl.op;

import io.github.vertxaio.Errno;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.NativeMemory;
import io.github.vertxaio.impl.sys.Scratch;

/** Copies from an offset of one file to the position of another. */
public final class Sendfile extends TwoFileOperation<Long> {
  private static final int CHUNK = 64 * 1024;

  private final long offset;
  private final long length;

  /** A sendfile. */
  public Sendfile(OpenFile in, OpenFile out, long offset, long length) {
    super(Kind.SENDFILE, in, out);
    this.offset = offset;
    this.length = length;
  }

  @Override
  public long call(Scratch scratch) {
    long sent = FileCalls.sendfile(scratch, otherFd(), fd(), offset, length);
    return cannot(sent) ? copy(scratch) : sent;
  }

  /** What the kernel says of files that it does not couple, like one that only appends. */
  private static boolean cannot(long sent) {
    return sent == -Errno.EINVAL
        || sent == -Errno.ENOSYS
        || sent == -Errno.ENOTSOCK
        || sent == -Errno.EOPNOTSUPP;
  }

  /** Does the same by reading and writing; what was written counts, whatever comes behind it. */
  private long copy(Scratch scratch) {
    NativeMemory buffer = scratch.buffer(CHUNK);
    long sent = 0;
    while (sent < length) {
      int chunk = (int) Math.min(CHUNK, length - sent);
      long count = FileCalls.read(fd(), buffer, 0, chunk, offset + sent);
      long written = count <= 0 ? count : write(buffer, (int) count);
      if (written <= 0) {
        return sent > 0 ? sent : written;
      }
      sent += written;
      if (written < count) {
        return sent;
      }
    }
    return sent;
  }

  private long write(NativeMemory buffer, int length) {
    int fd = otherFd();
    int written = 0;
    while (written < length) {
      long count =
          FileCalls.write(fd, buffer, written, length - written, FileCalls.CURRENT_POSITION);
      if (count <= 0) {
        return written > 0 ? written : count;
      }
      written += (int) count;
    }
    return written;
  }

  @Override
  public Long result(long sent, Scratch scratch) {
    return sent;
  }
}
