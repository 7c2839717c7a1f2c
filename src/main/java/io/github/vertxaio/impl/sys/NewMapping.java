package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibC.C;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An mmap: its arguments, its two forms, and what becomes of its result. */
public final class NewMapping {
  private static final Path MEMORY_SIZES = Path.of("/proc/meminfo");
  private static final String HUGE_PAGE = "Hugepagesize:";

  private final long length;
  private final int protection;
  private final int flags;
  private long address;
  private long unit = MemoryCalls.pageSize();
  private long steady;

  /** A mapping to be made; where it goes the kernel decides. */
  public NewMapping(long length, int protection, int flags) {
    this.length = length;
    this.protection = protection;
    this.flags = flags;
  }

  /** mmap(length, protection, flags | MAP_ANONYMOUS)—maps memory. Returns 0 or −errno. */
  public long anonymous() {
    if ((flags & Linux.MAP_HUGETLB) != 0) {
      // Where huge pages run out later, an access is a signal.
      unit = hugePage();
    } else {
      boolean ofOurs = (flags & Linux.MAP_TYPE) == Linux.MAP_PRIVATE;
      // What a shared mapping gets later, by mremap, has no memory behind it.
      steady = ofOurs ? Long.MAX_VALUE : length;
    }
    return map(flags | Linux.MAP_ANONYMOUS, -1, 0);
  }

  private long hugePage() {
    int shift = flags >>> Linux.MAP_HUGE_SHIFT & Linux.MAP_HUGE_MASK;
    if (shift != 0) {
      return 1L << shift;
    }
    try {
      return Files.readAllLines(MEMORY_SIZES).stream()
          .filter(line -> line.startsWith(HUGE_PAGE))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kibibytes -> Long.parseLong(kibibytes) * 1024)
          .findFirst()
          .orElse(unit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** mmap(length, protection, flags, fd, offset)—maps an open file. Returns 0 or −errno. */
  public long file(Scratch scratch, int fd, long offset) {
    if (FileCalls.fileSystemType(scratch, fd) == Linux.HUGETLBFS_MAGIC) {
      unit = scratch.structLong(Structs.Statfs.F_BSIZE);
    } else if (MemoryCalls.cannotShrink(fd) && FileCalls.fstat(scratch, fd) == 0) {
      steady = Math.max(0, StatReader.read(scratch).size() - offset);
    }
    return map(flags, fd, offset);
  }

  private long map(int allFlags, int fd, long offset) {
    if (length > Long.MAX_VALUE - unit) {
      return -Errno.ENOMEM;
    }
    long size = pages();
    long result =
        Result.retried(
            () -> C.syscall(SyscallNumbers.SYS_mmap, 0, size, protection, allFlags, fd, offset));
    address = result;
    return Math.min(result, 0);
  }

  private long pages() {
    return Math.addExact(length, unit - 1) / unit * unit;
  }

  /**
   * The mapping that was made.
   *
   * @param path the file, or {@code null}
   */
  public Mapping made(String path) {
    Protection pages = Protection.of(pages(), protection);
    return new Mapping(new Mapping.State(address, length, pages, steady), path, unit);
  }
}
