package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibC.C;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import java.nio.charset.StandardCharsets;

/** The extended attributes of open files. */
public final class XattrCalls {
  private static final int VALUE = Linux.XATTR_LIST_MAX;

  private XattrCalls() {}

  /**
   * flistxattr, fgetxattr, fsetxattr—gives a file the extended attributes of another. Those of the
   * system itself (security labels and the like) are left out where they cannot be set.
   *
   * @return 0, or the errno negated
   */
  public static long copyAll(Scratch scratch, int from, int to) {
    NativeMemory memory = scratch.buffer(VALUE + Linux.XATTR_SIZE_MAX);
    long list = memory.address(0, VALUE);
    long length = Result.retried(() -> C.flistxattr(from, list, VALUE));
    if (length < 0) {
      return length == -Errno.EOPNOTSUPP ? 0 : length;
    }
    byte[] names = new byte[(int) length];
    memory.bytes().get(0, names);
    for (int start = 0, end; start < names.length; start = end + 1) {
      end = start;
      while (names[end] != 0) {
        end++;
      }
      byte[] name = java.util.Arrays.copyOfRange(names, start, end);
      long result = copy(scratch, memory, name, from, to);
      if (result < 0 && !mayBeLost(new String(name, StandardCharsets.UTF_8))) {
        return result;
      }
    }
    return 0;
  }

  private static long copy(Scratch scratch, NativeMemory memory, byte[] name, int from, int to) {
    long address = scratch.path(name);
    long value = memory.address(VALUE, Linux.XATTR_SIZE_MAX);
    long size = Result.retried(() -> C.fgetxattr(from, address, value, Linux.XATTR_SIZE_MAX));
    if (size < 0) {
      return size == -Errno.ENODATA ? 0 : size;
    }
    return Result.retried(() -> C.fsetxattr(to, address, value, size, 0));
  }

  /** Users' own attributes, and access lists, without which others might get access, may not. */
  private static boolean mayBeLost(String name) {
    return !name.startsWith("user.") && !name.startsWith("system.posix_acl_");
  }
}
