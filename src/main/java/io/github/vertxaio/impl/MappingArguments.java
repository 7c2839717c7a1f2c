package io.github.vertxaio.impl;

import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.NewMapping;
import java.util.Set;

/** Checks of the arguments of calls on mapped memory, and what ranges they mean. */
final class MappingArguments {
  private static final int RIGHTS = Linux.PROT_READ | Linux.PROT_WRITE | Linux.PROT_EXEC;

  /**
   * With these, memory of others would be replaced, or the region would become longer by itself.
   */
  private static final int UNSAFE_FLAGS =
      Linux.MAP_FIXED | Linux.MAP_FIXED_NOREPLACE | Linux.MAP_GROWSDOWN;

  /** What is not among them may make pages that end the process when they are touched. */
  private static final Set<Integer> ADVICE =
      Set.of(
          Linux.MADV_NORMAL,
          Linux.MADV_RANDOM,
          Linux.MADV_SEQUENTIAL,
          Linux.MADV_WILLNEED,
          Linux.MADV_DONTNEED,
          Linux.MADV_FREE,
          Linux.MADV_REMOVE,
          Linux.MADV_DONTFORK,
          Linux.MADV_DOFORK,
          Linux.MADV_MERGEABLE,
          Linux.MADV_UNMERGEABLE,
          Linux.MADV_HUGEPAGE,
          Linux.MADV_NOHUGEPAGE,
          Linux.MADV_COLLAPSE,
          Linux.MADV_DONTDUMP,
          Linux.MADV_DODUMP,
          Linux.MADV_WIPEONFORK,
          Linux.MADV_KEEPONFORK,
          Linux.MADV_COLD,
          Linux.MADV_PAGEOUT,
          Linux.MADV_POPULATE_READ,
          Linux.MADV_POPULATE_WRITE,
          Linux.MADV_DONTNEED_LOCKED);

  private MappingArguments() {}

  /**
   * The arguments of a mapping to be made.
   *
   * @param refused flags that are not to be there
   */
  static NewMapping mapping(long length, int prot, int flags, int refused) {
    checkLength(length);
    return new NewMapping(length, checkProtection(prot), checkFlags(flags, refused));
  }

  /** How long a mapping is to be. */
  static long checkLength(long length) {
    if (length <= 0) {
      throw new IllegalArgumentException("length: " + length + " (expected: > 0)");
    }
    return length;
  }

  /** What pages may be used for. */
  static int checkProtection(int prot) {
    if ((prot & ~RIGHTS) != 0) {
      throw new IllegalArgumentException(
          "prot: " + prot + " (expected: PROT_READ, PROT_WRITE and PROT_EXEC)");
    }
    return prot;
  }

  private static int checkFlags(int flags, int refused) {
    int wrong = flags & (UNSAFE_FLAGS | refused);
    if (wrong != 0) {
      throw new IllegalArgumentException("flags: 0x" + Integer.toHexString(wrong) + " among them");
    }
    return flags;
  }

  /** What the kernel is told about pages. */
  static int checkAdvice(int advice) {
    if (!ADVICE.contains(advice)) {
      throw new IllegalArgumentException("advice: " + advice + " (expected: MADV_*)");
    }
    return advice;
  }

  /** Where a range begins: negative offsets count from the end. */
  static long offset(long offset, long whole) {
    long from = offset < 0 ? whole + offset : offset;
    if (from < 0 || from > whole) {
      throw new IndexOutOfBoundsException(
          "offset: " + offset + " (expected: within " + whole + " bytes)");
    }
    return from;
  }

  /** Where a range ends: a negative length leaves so much at the end. */
  static long end(long from, long length, long whole) {
    if (length < 0) {
      return Math.max(from, whole + length);
    }
    return Math.min(length, whole - from) + from;
  }

  /** Where a range ends: a negative length stands for the rest. */
  static long endOrRest(long from, long length, long whole) {
    return length < 0 ? whole : end(from, length, whole);
  }
}
