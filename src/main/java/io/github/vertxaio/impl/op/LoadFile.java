package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.Stat;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.NativeMemory;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.StatReader;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Reads a file, or a part of it, into a buffer of its own: load and slurp. */
public final class LoadFile extends SequentialWork<Buffer> {
  /** The largest array of the JVM. */
  private static final long MAX_BYTES = Integer.MAX_VALUE - 8;

  /** Small enough to stay in the processor's cache on the way from the kernel to the heap. */
  private static final int CHUNK = 256 * 1024;

  private static final int FIRST_GUESS = 4096;

  private final PathArgument path;
  private final IntFunction<ByteBuf> memory;
  private final Function<ByteBuf, Buffer> view;
  private final long offset;
  private final long length;
  private int fd = -1;
  private boolean tail;
  private long position;
  private long wanted;
  private ByteBuf contents;
  private String refusal;

  /**
   * A reading.
   *
   * @param offset where to begin, from the end when it is negative
   * @param length how many bytes, 0 for the rest of the file
   * @param memory gives memory of a capacity
   * @param view makes what the user gets of it
   */
  public LoadFile(
      Kind kind,
      PathArgument path,
      long offset,
      long length,
      IntFunction<ByteBuf> memory,
      Function<ByteBuf, Buffer> view) {
    super(kind);
    this.path = path;
    this.offset = offset;
    this.length = length;
    this.memory = memory;
    this.view = view;
  }

  @Override
  public AioException acquire() {
    return path.acquire(kind());
  }

  @Override
  public void release() {
    path.release();
  }

  @Override
  long step(Scratch scratch) {
    return fd < 0 ? open(scratch) : read(scratch);
  }

  private long open(Scratch scratch) {
    long opened = PathCalls.openat(scratch, path.dirfd(), path.bytes(), Linux.O_RDONLY, 0);
    if (opened < 0) {
      return opened;
    }
    fd = (int) opened;
    long result = FileCalls.fstat(scratch, fd);
    return result < 0 ? result : plan(StatReader.read(scratch));
  }

  /** A size of 0 tells nothing: files of /proc have it, and all that is not a regular file. */
  private long plan(Stat stat) {
    boolean sized = stat.isRegularFile() && stat.size() > 0;
    tail = offset < 0 && !sized;
    position = tail ? 0 : offset < 0 ? stat.size() + offset : offset;
    if (position < 0) {
      return beforeTheStart();
    }
    wanted = length == 0 || tail ? Long.MAX_VALUE : length;
    if (!stat.isRegularFile() && position == 0) {
      position = FileCalls.CURRENT_POSITION;
    }
    long expected = sized ? Math.min(wanted, Math.max(0, stat.size() - position)) : FIRST_GUESS;
    if (expected > MAX_BYTES) {
      return tooLarge();
    }
    contents = memory.apply((int) expected);
    return MORE;
  }

  private long beforeTheStart() {
    refusal = "offset " + offset + " is before the start";
    return -Errno.EINVAL;
  }

  private long tooLarge() {
    refusal = "more than a buffer can hold, " + MAX_BYTES + " bytes";
    return -Errno.EFBIG;
  }

  private long read(Scratch scratch) {
    int filled = contents.writerIndex();
    int chunk = (int) Math.min(CHUNK, wanted - filled);
    NativeMemory from = scratch.buffer(CHUNK);
    long count = FileCalls.read(fd, from, 0, chunk, position);
    if (count <= 0) {
      return count < 0 ? count : atEnd();
    }
    if (filled + count > MAX_BYTES) {
      return tooLarge();
    }
    reserve(filled + (int) count);
    contents.setBytes(filled, from.bytes().slice(0, (int) count)).writerIndex(filled + (int) count);
    position += position == FileCalls.CURRENT_POSITION ? 0 : count;
    return filled + count == wanted ? DONE : MORE;
  }

  private void reserve(int size) {
    if (size > contents.capacity()) {
      contents.capacity((int) Math.min(MAX_BYTES, Math.max(size, 2L * contents.capacity())));
    }
  }

  private long atEnd() {
    if (tail) {
      long start = contents.writerIndex() + offset;
      if (start < 0) {
        return beforeTheStart();
      }
      int rest = (int) (contents.writerIndex() - start);
      int count = (int) (length == 0 ? rest : Math.min(rest, length));
      ByteBuf end = memory.apply(count);
      end.setBytes(0, contents, (int) start, count).writerIndex(count);
      contents = end;
    }
    return DONE;
  }

  @Override
  long end(Scratch scratch, boolean whole) {
    if (fd >= 0) {
      FileCalls.close(fd);
    }
    if (!whole) {
      contents = null;
    }
    return 0;
  }

  @Override
  AioException failure(int errno) {
    return refusal == null
        ? new AioException(kind().call(), errno, path.text())
        : AioException.refused(kind().call(), errno, refusal, path.text());
  }

  @Override
  public Buffer result() {
    return view.apply(contents);
  }
}
