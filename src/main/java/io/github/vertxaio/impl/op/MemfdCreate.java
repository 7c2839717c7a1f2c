package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioFile;
import io.github.vertxaio.impl.sys.MemoryCalls;
import io.github.vertxaio.impl.sys.Scratch;
import java.util.function.Function;

/** Makes a file in memory. Its path is a name that others see, and leads nowhere. */
public final class MemfdCreate extends PathOperation<AioFile> {
  private final int flags;
  private final Function<OpenFile, AioFile> view;

  /**
   * A memfd_create.
   *
   * @param view makes what the user gets of the open file
   */
  public MemfdCreate(PathArgument name, int flags, Function<OpenFile, AioFile> view) {
    super(Kind.MEMFD_CREATE, name);
    this.flags = flags;
    this.view = view;
  }

  @Override
  public long call(Scratch scratch) {
    return MemoryCalls.memfdCreate(scratch, path.bytes(), flags);
  }

  @Override
  public AioFile result(long fd, Scratch scratch) {
    return view.apply(new OpenFile((int) fd, "/memfd:" + path.text(), false));
  }

  @Override
  public void discard(AioFile file) {
    file.close();
  }
}
