package io.github.vertxaio.impl.op;

import io.github.vertxaio.Extent;
import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.ExtentCalls;
import io.github.vertxaio.impl.sys.Scratch;
import java.util.ArrayList;
import java.util.List;

/** Asks for the extents of a file, with as many calls as that takes. */
public final class Fiemap extends FileOperation<List<Extent>> {
  private final long start;
  private final long length;
  private final int flags;
  private final int count;
  private final List<Extent> extents = new ArrayList<>();

  /**
   * A fiemap.
   *
   * @param length in bytes, FIEMAP_MAX_OFFSET for the rest of the file
   * @param count how many extents at the most
   */
  public Fiemap(OpenFile file, long start, long length, int flags, int count) {
    super(Kind.FIEMAP, file);
    this.start = start;
    this.length = length;
    this.flags = flags;
    this.count = count;
  }

  @Override
  public long call(Scratch scratch) {
    long from = start;
    long rest = length;
    while (true) {
      int batch = Math.min(ExtentCalls.BATCH, count - extents.size());
      long found = ExtentCalls.fiemap(scratch, fd(), from, rest, flags, batch);
      if (found < 0) {
        return found;
      }
      for (int i = 0; i < found; i++) {
        extents.add(ExtentCalls.extent(scratch, i));
      }
      if (found == 0 || isLast() || extents.size() == count) {
        return 0;
      }
      long advance = end() - from;
      rest = length == Linux.FIEMAP_MAX_OFFSET ? length : rest - advance;
      // An answer that does not advance would come again without end.
      if (advance <= 0 || length != Linux.FIEMAP_MAX_OFFSET && rest <= 0) {
        return 0;
      }
      from += advance;
    }
  }

  private Extent last() {
    return extents.get(extents.size() - 1);
  }

  private long end() {
    return last().logical() + last().length();
  }

  private boolean isLast() {
    return (last().flags() & Linux.FIEMAP_EXTENT_LAST) != 0;
  }

  @Override
  public List<Extent> result(long value, Scratch scratch) {
    return List.copyOf(extents);
  }
}
