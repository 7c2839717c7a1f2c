package io.github.vertxaio.impl.op;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.Stat;
import io.github.vertxaio.impl.sys.CopyCalls;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.NativeMemory;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.SpaceCalls;
import io.github.vertxaio.impl.sys.StatReader;

/**
 * Brings the contents of a file to an empty one, step by step, to where the source ends by then: by
 * sharing its blocks, by copy_file_range, by sendfile, or by reading and writing, whichever works
 * first. Holes stay holes.
 */
final class ContentsCopy {
  /** What the kernel copies at a time: as much as keeps the time of a call between the two. */
  private static final long MIN_CHUNK = 1 << 20;

  private static final long MAX_CHUNK = 64 << 20;
  private static final long SHORT_NANOS = Work.PIECE_NANOS / 2;
  private static final long LONG_NANOS = Work.PIECE_NANOS * 2;

  /** What goes through our memory at a time: it is to stay in the processor's cache. */
  private static final int BUFFER = 256 * 1024;

  /** The ways to copy, best first. */
  private enum Way {
    RANGE,
    SENDFILE,
    READ_AND_WRITE
  }

  private final int in;
  private final int out;
  private final boolean seekableIn;
  private final boolean seekableOut;
  private Way way;
  private boolean sparse;
  private boolean tryClone;
  private long chunk = 2 * MIN_CHUNK;
  private long position;
  private long end;

  /**
   * A copy.
   *
   * @param source the attributes of the one that is read
   * @param plain whether the one that is written is a regular file
   */
  ContentsCopy(int in, Stat source, int out, boolean plain) {
    this.in = in;
    this.out = out;
    seekableIn = source.isRegularFile();
    seekableOut = plain;
    // A size of 0 tells nothing, and then copy_file_range and sendfile may bring nothing either.
    boolean sized = source.isRegularFile() && source.size() > 0;
    tryClone = sized && plain;
    way = sized && plain ? Way.RANGE : Way.READ_AND_WRITE;
    sparse = sized && plain && source.blocks() * 512 < source.size();
    end = sparse ? 0 : Long.MAX_VALUE;
  }

  /** Copies a little; as {@link SequentialWork#step}. */
  long step(Scratch scratch) {
    if (tryClone) {
      tryClone = false;
      if (CopyCalls.clone(in, out) == 0) {
        return SequentialWork.DONE;
      }
    }
    if (position == end && !nextData()) {
      return endInHole(scratch);
    }
    long start = System.nanoTime();
    long count = copy(scratch, Math.min(chunk, end - position));
    if (count <= 0) {
      return count;
    }
    position += count;
    adapt(count, System.nanoTime() - start);
    return SequentialWork.MORE;
  }

  /** A call costs some time of its own, and cannot be cancelled. */
  private void adapt(long count, long nanos) {
    if (nanos > LONG_NANOS) {
      chunk = Math.max(MIN_CHUNK, chunk / 2);
    } else if (nanos < SHORT_NANOS && count >= chunk) {
      chunk = Math.min(MAX_CHUNK, chunk * 2);
    }
  }

  /** Goes to the next part that is no hole; false when there is none. */
  private boolean nextData() {
    long data = FileCalls.lseek(in, position, Linux.SEEK_DATA);
    if (data == -Errno.ENXIO) {
      return false;
    }
    long hole = data < 0 ? data : FileCalls.lseek(in, data, Linux.SEEK_HOLE);
    // A file system that knows no holes: all of it is data.
    position = data < 0 ? position : data;
    end = hole < 0 ? Long.MAX_VALUE : hole;
    return true;
  }

  private long endInHole(Scratch scratch) {
    long result = FileCalls.fstat(scratch, in);
    long size = result < 0 ? result : StatReader.read(scratch).size();
    return size > position ? SpaceCalls.ftruncate(out, size) : Math.min(0, size);
  }

  private long copy(Scratch scratch, long length) {
    if (way == Way.RANGE) {
      long count = CopyCalls.copyFileRange(scratch, in, out, position, length);
      if (count > 0 || count < 0 && !isRefusal(count)) {
        return count;
      }
      // Nothing may be the end, or a file that cannot be copied like this: reading tells.
      way = count == 0 ? Way.READ_AND_WRITE : Way.SENDFILE;
    }
    if (way == Way.SENDFILE) {
      long count = FileCalls.lseek(out, position, Linux.SEEK_SET);
      count = count < 0 ? count : FileCalls.sendfile(scratch, out, in, position, length);
      if (count > 0 || count < 0 && !isRefusal(count)) {
        return count;
      }
      way = Way.READ_AND_WRITE;
    }
    return readAndWrite(scratch, length);
  }

  /** What kernels and file systems say when they cannot do it this way. */
  private static boolean isRefusal(long result) {
    return result == -Errno.EXDEV
        || result == -Errno.EINVAL
        || result == -Errno.ENOSYS
        || result == -Errno.EOPNOTSUPP
        || result == -Errno.EPERM
        || result == -Errno.ETXTBSY
        || result == -Errno.EBADF;
  }

  private long readAndWrite(Scratch scratch, long length) {
    NativeMemory buffer = scratch.buffer(BUFFER);
    int wanted = (int) Math.min(BUFFER, length);
    long from = seekableIn ? position : FileCalls.CURRENT_POSITION;
    long count = FileCalls.read(in, buffer, 0, wanted, from);
    int written = 0;
    while (written < count) {
      long to = seekableOut ? position + written : FileCalls.CURRENT_POSITION;
      int rest = (int) count - written;
      long result = FileCalls.write(out, buffer, written, rest, to);
      if (result <= 0) {
        return result < 0 ? result : -Errno.EIO;
      }
      written += (int) result;
    }
    return count;
  }
}
