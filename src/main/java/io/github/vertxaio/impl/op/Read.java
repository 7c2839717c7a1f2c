package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.Memory;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;

/**
 * Reads from a file.
 *
 * @param <T> the type of the result
 */
public final class Read<T> extends Transfer<T> {
  private final ReadTarget<T> target;

  /**
   * A read.
   *
   * @param offset where in the file, or {@link FileCalls#CURRENT_POSITION}
   * @param target what becomes of the bytes
   * @param maxInlineBytes the largest read that an event loop may answer itself
   */
  public Read(OpenFile file, long offset, int length, ReadTarget<T> target, int maxInlineBytes) {
    super(Kind.READ, file, offset, length, maxInlineBytes);
    this.target = target;
  }

  @Override
  public AioException acquire() {
    return acquire(target.buffer(), target.index());
  }

  /** Where the kernel's bytes begin in the memory that it is given. */
  private int index(Memory memory) {
    return memory == copied() ? 0 : target.index();
  }

  @Override
  public long call(Scratch scratch) {
    Memory memory = memory(scratch);
    return FileCalls.read(fd(), memory, index(memory), length, offset);
  }

  @Override
  public boolean hasInlineForm() {
    // With RWF_NOWAIT a read of nothing succeeds on a directory too.
    return length > 0 && isShort() && file.readsInline();
  }

  @Override
  public int inlineMicros() {
    return 1 + (length >> 13);
  }

  @Override
  public long callNow(Scratch scratch) {
    Memory memory = memoryNow(scratch);
    long count = FileCalls.readCached(scratch, fd(), memory, index(memory), length, offset);
    if (count == -Errno.EOPNOTSUPP || count == -Errno.ENOSYS) {
      file.cannotReadInline();
      return AGAIN;
    }
    // A short count may be the end of what is cached, not of the file: the full call tells.
    return count > 0 && count < length || count == -Errno.EINTR ? shortRead(count) : count;
  }

  /** The full call starts where this one did, so the position must be there again. */
  private long shortRead(long count) {
    boolean moved = offset == FileCalls.CURRENT_POSITION && count > 0;
    return moved && !moveBack(count) ? count : AGAIN;
  }

  /** Impossible for pipes, and for devices that ignore their position. */
  private boolean moveBack(long count) {
    long start = FileCalls.lseek(fd(), 0, Linux.SEEK_CUR) - count;
    return start >= 0 && FileCalls.lseek(fd(), start, Linux.SEEK_SET) == start;
  }

  @Override
  void prepareTransfer(Sqe sqe, Scratch scratch) {
    Memory memory = memory(scratch);
    sqe.read(fd(), memory, index(memory), length, offset);
  }

  @Override
  public T result(long count, Scratch scratch) {
    return target.filled((int) count, copied());
  }

  @Override
  public void deliver(T result) {
    target.deliver(result);
  }
}
