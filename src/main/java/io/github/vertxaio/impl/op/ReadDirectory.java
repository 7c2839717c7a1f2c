package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.DirectoryCalls;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import java.util.function.Function;

/**
 * Reads a whole directory: open, getdents64 to the end, close. The ring has no such call.
 *
 * @param <T> the type of the result
 */
public final class ReadDirectory<T> extends PathOperation<T> {
  /** The flags that a caller may give. */
  public static final int FLAGS =
      Linux.READDIR_DENTS | Linux.READDIR_DIRS_FIRST | Linux.READDIR_STAT_ORDER;

  private final int flags;
  private final Function<DirectoryContents, T> view;
  private DirectoryContents contents;

  /**
   * A reading.
   *
   * @param kind readdir, readdirx or scandir
   * @param view makes what the user gets
   */
  public ReadDirectory(
      Kind kind, PathArgument path, int flags, Function<DirectoryContents, T> view) {
    super(kind, path);
    this.flags = flags;
    this.view = view;
  }

  @Override
  public AioException acquire() {
    if ((flags & ~FLAGS) != 0) {
      String detail = "flags 0x" + Integer.toHexString(flags);
      return AioException.refused(name(), Errno.EINVAL, detail, path.text());
    }
    return super.acquire();
  }

  @Override
  public long call(Scratch scratch) {
    int open = Linux.O_RDONLY | Linux.O_DIRECTORY;
    long fd = PathCalls.openat(scratch, path.dirfd(), path.bytes(), open, 0);
    if (fd < 0) {
      return fd;
    }
    contents = new DirectoryContents(flags);
    long result = DirectoryCalls.readAll(scratch, (int) fd, contents);
    FileCalls.close((int) fd);
    return result;
  }

  @Override
  public T result(long value, Scratch scratch) {
    contents.sort();
    return view.apply(contents);
  }
}
