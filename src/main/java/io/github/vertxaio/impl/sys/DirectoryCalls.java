package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibC.C;

import io.github.vertxaio.PathBytes;
import java.nio.ByteBuffer;

/** Reading directories. */
public final class DirectoryCalls {
  private static final int BUFFER = 64 * 1024;

  private DirectoryCalls() {}

  /** Receives the entries of a directory. */
  public interface Visitor {
    /** Called for each entry but {@code .} and {@code ..}. */
    void entry(String name, int type, long inode);
  }

  /**
   * getdents64(fd)—reads all entries from the position of the descriptor to the end.
   *
   * @return 0, or the errno negated
   */
  public static long readAll(Scratch scratch, int fd, Visitor visitor) {
    NativeMemory buffer = scratch.buffer(BUFFER);
    while (true) {
      long filled;
      do {
        filled = C.getdents64(fd, buffer.address(0, BUFFER), BUFFER);
      } while (Result.interrupted(filled));
      if (filled <= 0) {
        return Result.of(filled);
      }
      byte[] entries = new byte[(int) filled];
      buffer.bytes().get(0, entries);
      visitAll(ByteBuffer.wrap(entries).order(buffer.bytes().order()), visitor);
    }
  }

  private static void visitAll(ByteBuffer entries, Visitor visitor) {
    int next;
    for (int at = 0; at < entries.limit(); at = next) {
      int length = Short.toUnsignedInt(entries.getShort(at + Structs.LinuxDirent64.D_RECLEN));
      next = at + length;
      int name = at + Structs.LinuxDirent64.D_NAME;
      int end = nameEnd(entries.array(), name, next);
      if (!isDotOrDotDot(entries, name)) {
        visitor.entry(
            PathBytes.decode(entries.array(), name, end - name),
            Byte.toUnsignedInt(entries.get(at + Structs.LinuxDirent64.D_TYPE)),
            entries.getLong(at + Structs.LinuxDirent64.D_INO));
      }
    }
  }

  /** The zero behind a name is among the last bytes of its record, which are aligned. */
  private static int nameEnd(byte[] bytes, int from, int limit) {
    int end = Math.max(from, limit - Long.BYTES);
    while (end < limit && bytes[end] != 0) {
      end++;
    }
    return end;
  }

  /** Whether the name that begins here, and ends with a zero, is {@code .} or {@code ..}. */
  static boolean isDotOrDotDot(ByteBuffer entries, int at) {
    return entries.get(at) == '.'
        && (entries.get(at + 1) == 0 || entries.get(at + 1) == '.' && entries.get(at + 2) == 0);
  }
}
