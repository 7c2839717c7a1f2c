package io.github.vertxaio.impl.sys;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** What a region's pages may be used for: ranges one behind the other. It does not change. */
final class Protection {
  private final long[] ends;
  private final int[] rights;

  private Protection(long[] ends, int[] rights) {
    this.ends = ends;
    this.rights = rights;
  }

  /** The same for all pages. */
  static Protection of(long length, int rights) {
    return new Protection(new long[] {length}, new int[] {rights});
  }

  /** Whether every page of a range that is not empty has these rights. */
  boolean allows(long from, long to, int wanted) {
    int i = 0;
    if (ends.length > 1) {
      int found = Arrays.binarySearch(ends, from);
      i = found >= 0 ? found + 1 : -found - 1;
    }
    for (; i < ends.length; i++) {
      if ((rights[i] & wanted) != wanted) {
        return false;
      }
      if (to <= ends[i]) {
        return true;
      }
    }
    return false;
  }

  /** These rights, with those of a range changed. */
  Protection with(long from, long to, IntUnaryOperator change) {
    long[] newEnds = new long[ends.length + 2];
    int[] newRights = new int[ends.length + 2];
    int n = 0;
    long start = 0;
    for (int i = 0; i < ends.length; i++) {
      int old = rights[i];
      long[] cuts = {Math.min(ends[i], from), Math.min(ends[i], to), ends[i]};
      int[] cutRights = {old, change.applyAsInt(old), old};
      for (int k = 0; k < cuts.length; k++) {
        if (cuts[k] <= start) {
          continue;
        }
        start = cuts[k];
        if (n > 0 && newRights[n - 1] == cutRights[k]) {
          n--;
        }
        newEnds[n] = start;
        newRights[n] = cutRights[k];
        n++;
      }
    }
    return new Protection(Arrays.copyOf(newEnds, n), Arrays.copyOf(newRights, n));
  }

  /** These rights for more or fewer pages; new ones have those of the last. */
  Protection resized(long length) {
    int n = 1;
    while (n < ends.length && ends[n - 1] < length) {
      n++;
    }
    long[] newEnds = Arrays.copyOf(ends, n);
    newEnds[n - 1] = length;
    return new Protection(newEnds, Arrays.copyOf(rights, n));
  }
}
