package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibMemory.M;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import java.nio.ByteBuffer;

/**
 * The calls on all pages of a range of a mapping, which is held. Each returns 0 or its errno
 * negated, and is made again when a signal interrupts it.
 */
public final class MappingCalls {
  private MappingCalls() {}

  /** madvise(address, length, advice)—tells what the pages will be used for. */
  public static long advise(Mapping mapping, long from, long to, int advice) {
    Mapping.Pages pages = mapping.pages(from, to);
    return Result.retried(() -> M.madvise(pages.address(), pages.length(), advice));
  }

  /** msync(address, length, flags)—writes what was changed to the file. */
  public static long sync(Mapping mapping, long from, long to, int flags) {
    Mapping.Pages pages = mapping.pages(from, to);
    return Result.retried(() -> M.msync(pages.address(), pages.length(), flags));
  }

  /** mlock(address, length)—brings the pages to memory and keeps them there. */
  public static long lock(Mapping mapping, long from, long to) {
    Mapping.Pages pages = mapping.pages(from, to);
    return Result.retried(() -> M.mlock(pages.address(), pages.length()));
  }

  /** munlock(address, length)—lets the pages go again. */
  public static long unlock(Mapping mapping, long from, long to) {
    Mapping.Pages pages = mapping.pages(from, to);
    return Result.retried(() -> M.munlock(pages.address(), pages.length()));
  }

  /** madvise(MADV_POPULATE_READ or _WRITE)—touches each page; by copying before kernel 5.14. */
  public static long touch(Mapping mapping, long from, long to, boolean modify) {
    int advice = modify ? Linux.MADV_POPULATE_WRITE : Linux.MADV_POPULATE_READ;
    long result = advise(mapping, from, to, advice);
    return result == -Errno.EINVAL ? touchEach(mapping, from, to, modify) : result;
  }

  /** Reads a byte of each page, and writes it back to those that are to be modified. */
  static long touchEach(Mapping mapping, long from, long to, boolean modify) {
    Mapping.Pages pages = mapping.pages(from, to);
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long at = 0; at < pages.length(); at += mapping.pageSize()) {
      long result = mapping.copies().read(pages.address() + at, one.clear());
      if (result == 0 && modify) {
        result = mapping.copies().write(pages.address() + at, one.flip());
      }
      if (result < 0) {
        return result;
      }
    }
    return 0;
  }
}
