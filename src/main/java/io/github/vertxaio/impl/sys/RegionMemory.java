package io.github.vertxaio.impl.sys;

import java.util.Objects;

/**
 * The memory that a view of a mapping shows, held like the mapping. What is not there, or may not
 * be used so, is an errno of the call that is given the address.
 */
final class RegionMemory implements HeldMemory {
  private final RegionBuf view;

  private RegionMemory(RegionBuf view) {
    this.view = view;
  }

  /** The memory of a view, or {@code null}; see {@link HeldMemory#of}. */
  static RegionMemory of(RegionBuf view, int index, int length) {
    if (index + (long) length > view.capacity()) {
      return null;
    }
    if (view.refCnt() == 0) {
      throw new IllegalArgumentException("the buffer is released");
    }
    if (!view.mapping().acquire()) {
      throw new IllegalArgumentException("the region is unmapped, or being remapped");
    }
    return new RegionMemory(view);
  }

  @Override
  public long address(int offset, int length) {
    Objects.checkFromIndexSize(offset, length, view.capacity());
    long from = view.offset() + offset;
    Mapping.State state = view.mapping().held();
    Objects.checkFromIndexSize(from, length, state.length());
    return state.address() + from;
  }

  @Override
  public boolean stays() {
    return true;
  }

  @Override
  public void release() {
    view.mapping().finished();
  }

  @Override
  public void end() {
    view.mapping().release();
  }
}
