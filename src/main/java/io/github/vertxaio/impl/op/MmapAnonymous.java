package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.MappedRegion;
import io.github.vertxaio.impl.sys.Mapping;
import io.github.vertxaio.impl.sys.NewMapping;
import io.github.vertxaio.impl.sys.Scratch;
import java.util.function.Function;

/** Maps memory that belongs to no file. */
public final class MmapAnonymous extends Operation<MappedRegion> {
  private final NewMapping mapping;
  private final Function<Mapping, MappedRegion> view;

  /**
   * An mmap without a file.
   *
   * @param view makes what the user gets of the mapping
   */
  public MmapAnonymous(NewMapping mapping, Function<Mapping, MappedRegion> view) {
    super(Kind.MMAP);
    this.mapping = mapping;
    this.view = view;
  }

  @Override
  public long call(Scratch scratch) {
    return mapping.anonymous();
  }

  @Override
  public MappedRegion result(long value, Scratch scratch) {
    return view.apply(mapping.made(null));
  }

  @Override
  public void discard(MappedRegion region) {
    region.close();
  }

  @Override
  public AioException failure(int errno) {
    return new AioException(name(), errno);
  }
}
