package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibC.C;

/**
 * The entries that one getdents64 brings, read where the kernel puts them: to remove a name no copy
 * of it is made. Uses the transfer buffer of its scratch memory, which nothing else may meanwhile.
 */
public final class DirectoryChunk {
  /** Some hundred names; removing them takes a few milliseconds. */
  private static final int BYTES = 16 * 1024;

  private final NativeMemory memory;
  private int filled;
  private int at;
  private int next;

  /** A chunk without entries. */
  public DirectoryChunk(Scratch scratch) {
    memory = scratch.buffer(BYTES);
  }

  /**
   * getdents64(fd)—reads the next entries.
   *
   * @return how many bytes they take, 0 at the end, or the errno negated
   */
  public long read(int fd) {
    long address = memory.address(0, BYTES);
    long count = Result.retried(() -> C.getdents64(fd, address, BYTES));
    filled = (int) Math.max(0, count);
    next = 0;
    return count;
  }

  /** Goes to the next entry but {@code .} and {@code ..}; false when there is none. */
  public boolean next() {
    do {
      at = next;
      if (at >= filled) {
        return false;
      }
      int length = memory.bytes().getShort(at + Structs.LinuxDirent64.D_RECLEN);
      next = at + Short.toUnsignedInt((short) length);
    } while (DirectoryCalls.isDotOrDotDot(memory.bytes(), nameAt()));
    return true;
  }

  private int nameAt() {
    return at + Structs.LinuxDirent64.D_NAME;
  }

  /** The DT_* type of the entry. */
  public int type() {
    return Byte.toUnsignedInt(memory.bytes().get(at + Structs.LinuxDirent64.D_TYPE));
  }

  /** The name of the entry. */
  public byte[] name() {
    int length = 0;
    while (memory.bytes().get(nameAt() + length) != 0) {
      length++;
    }
    byte[] name = new byte[length];
    memory.bytes().get(nameAt(), name);
    return name;
  }

  /** unlinkat(dirfd, name, 0)—removes the entry from its directory. */
  public long unlink(int dirfd) {
    long name = memory.address(nameAt(), next - nameAt());
    return Result.retried(() -> C.unlinkat(dirfd, name, 0));
  }
}
