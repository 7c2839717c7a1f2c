package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibC.C;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import java.util.BitSet;

/** Asks the kernel which io_uring opcodes it has, through a ring that exists for this alone. */
public final class RingProbe {
  private static final int OPCODES = 256;

  private final BitSet opcodes;
  private final int errno;

  private RingProbe(BitSet opcodes, int errno) {
    this.opcodes = opcodes;
    this.errno = errno;
  }

  /** Asks now. Takes some hundred microseconds. */
  public static RingProbe ask() {
    try (NativeMemory params = NativeMemory.allocate(Structs.IoUringParams.SIZE)) {
      zero(params);
      long fd =
          Result.of(
              C.syscall(
                  SyscallNumbers.SYS_io_uring_setup, 2, params.address(0, params.size()), 0, 0));
      if (fd < 0) {
        return new RingProbe(new BitSet(), (int) -fd);
      }
      try {
        return ask((int) fd);
      } finally {
        FileCalls.close((int) fd);
      }
    }
  }

  private static RingProbe ask(int fd) {
    int entry = Structs.IoUringProbeOp.SIZE;
    int size = Structs.IoUringProbe.SIZE + OPCODES * entry;
    try (NativeMemory probe = NativeMemory.allocate(size)) {
      zero(probe);
      long result =
          Result.of(
              C.syscall(
                  SyscallNumbers.SYS_io_uring_register,
                  fd,
                  Linux.IORING_REGISTER_PROBE,
                  probe.address(0, size),
                  OPCODES));
      if (result < 0) {
        return new RingProbe(new BitSet(), (int) -result);
      }
      BitSet found = new BitSet();
      int listed = Byte.toUnsignedInt(probe.bytes().get(Structs.IoUringProbe.OPS_LEN));
      for (int i = 0; i < listed; i++) {
        int at = Structs.IoUringProbe.SIZE + i * entry;
        int flags = probe.bytes().getShort(at + Structs.IoUringProbeOp.FLAGS);
        if ((flags & Linux.IO_URING_OP_SUPPORTED) != 0) {
          found.set(Byte.toUnsignedInt(probe.bytes().get(at + Structs.IoUringProbeOp.OP)));
        }
      }
      return new RingProbe(found, 0);
    }
  }

  private static void zero(NativeMemory memory) {
    memory.bytes().put(0, new byte[memory.size()]);
  }

  /** Whether the kernel has an opcode and lets this process use it. */
  public boolean supports(int opcode) {
    return opcodes.get(opcode);
  }

  /** What the kernel said: a sentence for people. */
  public String status() {
    return errno == 0
        ? "the kernel has " + opcodes.cardinality() + " opcodes"
        : "io_uring is denied: " + Errno.message(errno) + " (" + Errno.name(errno) + ")";
  }
}
