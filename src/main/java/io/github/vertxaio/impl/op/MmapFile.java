package io.github.vertxaio.impl.op;

import io.github.vertxaio.MappedRegion;
import io.github.vertxaio.impl.sys.Mapping;
import io.github.vertxaio.impl.sys.NewMapping;
import io.github.vertxaio.impl.sys.Scratch;
import java.util.function.Function;

/** Maps a file. */
public final class MmapFile extends FileOperation<MappedRegion> {
  private final long offset;
  private final NewMapping mapping;
  private final Function<Mapping, MappedRegion> view;

  /**
   * An mmap of a file.
   *
   * @param view makes what the user gets of the mapping
   */
  public MmapFile(
      OpenFile file, long offset, NewMapping mapping, Function<Mapping, MappedRegion> view) {
    super(Kind.MMAP, file);
    this.offset = offset;
    this.mapping = mapping;
    this.view = view;
  }

  @Override
  public long call(Scratch scratch) {
    return mapping.file(scratch, fd(), offset);
  }

  @Override
  public MappedRegion result(long value, Scratch scratch) {
    return view.apply(mapping.made(file.path()));
  }

  @Override
  public void discard(MappedRegion region) {
    region.close();
  }
}
