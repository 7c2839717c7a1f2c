package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.impl.sys.Mapping;
import io.github.vertxaio.impl.sys.Scratch;

/** A call on all pages of a range of a mapping, which it holds. */
public final class RegionOperation extends Operation<Void> {
  private final Mapping mapping;
  private final long from;
  private final long to;
  private final Call call;

  /** The call itself. */
  public interface Call {
    /** Makes it for the pages of a range; gives 0 or the errno negated. */
    long make(Mapping mapping, long from, long to);
  }

  /**
   * A call.
   *
   * @param from where the range begins
   * @param to where it ends
   */
  public RegionOperation(Kind kind, Mapping mapping, long from, long to, Call call) {
    super(kind);
    this.mapping = mapping;
    this.from = from;
    this.to = to;
    this.call = call;
  }

  @Override
  public AioException acquire() {
    return mapping.acquire() ? null : mapping.refusal(name());
  }

  @Override
  public void releaseMemory() {
    mapping.finished();
  }

  @Override
  public void release() {
    mapping.release();
  }

  @Override
  public long call(Scratch scratch) {
    return call.make(mapping, from, to);
  }

  @Override
  public Void result(long value, Scratch scratch) {
    return null;
  }

  @Override
  public AioException failure(int errno) {
    return new AioException(name(), errno, mapping.paths());
  }
}
