package io.github.vertxaio.impl.op;

import io.github.vertxaio.Errno;
import java.util.Arrays;

/**
 * A path, split into the directory that holds a name and that name, without the slashes behind it:
 * with them the kernel would follow a symbolic link.
 *
 * @param parent the path of the directory
 * @param name the name in it
 * @param refusal the errno when there is no such name, or 0
 */
record ParentAndName(byte[] parent, byte[] name, int refusal) {
  private static final byte[] HERE = {'.'};

  static ParentAndName of(byte[] path) {
    int end = path.length;
    while (end > 0 && path[end - 1] == '/') {
      end--;
    }
    int start = end;
    while (start > 0 && path[start - 1] != '/') {
      start--;
    }
    byte[] name = Arrays.copyOfRange(path, start, end);
    byte[] parent = start == 0 ? HERE : Arrays.copyOf(path, start);
    return new ParentAndName(parent, name, refusal(path, name));
  }

  private static int refusal(byte[] path, byte[] name) {
    if (name.length == 0) {
      return path.length == 0 ? Errno.ENOENT : Errno.EBUSY;
    }
    boolean dots = name[0] == '.' && (name.length == 1 || name.length == 2 && name[1] == '.');
    return dots ? Errno.EINVAL : 0;
  }
}
