package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibC.C;

import io.github.vertxaio.Errno;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Copies memory of this process by way of the kernel. Where a page cannot be reached, as behind the
 * end of a file that was truncated, that is an errno of the call; an access would be a signal.
 */
final class KernelCopy {
  private static final int IOVECS = 2 * Structs.Iovec.SIZE;
  private static final int CHUNK = 64 * 1024;

  /** The process: a JVM does not fork. */
  private static final int SELF = LibMemory.M.getpid();

  private final AtomicReference<NativeMemory> spare = new AtomicReference<>();
  private volatile boolean closed;

  /** Copies from an address, and gives 0 or the errno negated. */
  long read(long address, ByteBuffer target) {
    NativeMemory memory = take();
    try {
      long from = address;
      while (target.hasRemaining()) {
        int length = Math.min(target.remaining(), CHUNK);
        long count = copy(SyscallNumbers.SYS_process_vm_readv, memory, from, length);
        if (count != length) {
          return count < 0 ? count : -Errno.EFAULT;
        }
        target.put(memory.bytes().slice(IOVECS, length));
        from += length;
      }
      return 0;
    } finally {
      giveBack(memory);
    }
  }

  /** Copies to an address, and gives 0 or the errno negated. */
  long write(long address, ByteBuffer source) {
    NativeMemory memory = take();
    try {
      long to = address;
      while (source.hasRemaining()) {
        int length = Math.min(source.remaining(), CHUNK);
        memory.bytes().put(IOVECS, source, source.position(), length);
        source.position(source.position() + length);
        long count = copy(SyscallNumbers.SYS_process_vm_writev, memory, to, length);
        if (count != length) {
          return count < 0 ? count : -Errno.EFAULT;
        }
        to += length;
      }
      return 0;
    } finally {
      giveBack(memory);
    }
  }

  /** Makes the call with two iovecs: of the bytes behind them, and of the address. */
  private static long copy(long call, NativeMemory memory, long address, int length) {
    ByteBuffer bytes = memory.bytes();
    bytes.putLong(Structs.Iovec.IOV_BASE, memory.address(IOVECS, length));
    bytes.putLong(Structs.Iovec.IOV_LEN, length);
    bytes.putLong(Structs.Iovec.SIZE + Structs.Iovec.IOV_BASE, address);
    bytes.putLong(Structs.Iovec.SIZE + Structs.Iovec.IOV_LEN, length);
    long ours = memory.address(0, IOVECS);
    return Result.of(C.syscall(call, SELF, ours, 1, ours + Structs.Iovec.SIZE, 1, 0));
  }

  private NativeMemory take() {
    NativeMemory memory = spare.getAndSet(null);
    return memory != null ? memory : NativeMemory.allocate(IOVECS + CHUNK);
  }

  private void giveBack(NativeMemory memory) {
    if (closed || !spare.compareAndSet(null, memory)) {
      memory.close();
    }
  }

  /** Frees the memory between; no copying goes on or follows. */
  void close() {
    closed = true;
    NativeMemory memory = spare.getAndSet(null);
    if (memory != null) {
      memory.close();
    }
  }
}
