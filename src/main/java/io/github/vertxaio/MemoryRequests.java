package io.github.vertxaio;

/** The requests on the memory of the process, and those that make memory and files of memory. */
public interface MemoryRequests {

  /**
   * mmap—maps memory that belongs to no file and is zero. It is a request since the kernel may wait
   * for others who change the memory of the process, and with {@link Linux#MAP_POPULATE} or {@link
   * Linux#MAP_LOCKED} makes all pages at once.
   *
   * @param length how many bytes, more than 0
   * @param prot {@link Linux#PROT_NONE}, or a combination of {@link Linux#PROT_READ}, {@link
   *     Linux#PROT_WRITE} and {@link Linux#PROT_EXEC}
   * @param flags {@link Linux#MAP_PRIVATE} or {@link Linux#MAP_SHARED}, with {@link
   *     Linux#MAP_POPULATE}, {@link Linux#MAP_LOCKED}, {@link Linux#MAP_NORESERVE}, {@link
   *     Linux#MAP_HUGETLB} (and a size like {@link Linux#MAP_HUGE_2MB}) and others; {@link
   *     Linux#MAP_ANONYMOUS} is always set
   * @return the region; fails with {@link Errno#ENOMEM} (also: no huge pages left), {@link
   *     Errno#EINVAL} (flags), {@link Errno#EAGAIN} (too much is locked), {@link Errno#EPERM}.
   *     Source: {@code man 2 mmap}
   * @throws IllegalArgumentException for a length below 1, other rights, and for flags of a fixed
   *     address ({@link Linux#MAP_FIXED} and its kin) or a stack that grows ({@link
   *     Linux#MAP_GROWSDOWN})
   */
  AioRequest<MappedRegion> mmap(long length, int prot, int flags);

  /**
   * mlockall—keeps all memory of the process in memory: heap, code and stacks of the JVM included.
   * It is a request since all that is not there has to be brought in.
   *
   * @param flags {@link Linux#MCL_CURRENT} (what is mapped now) and {@link Linux#MCL_FUTURE} (what
   *     will be), and with these {@link Linux#MCL_ONFAULT} (a page when it is first used, kernel
   *     4.4)
   * @return completed with {@code null} when it is locked; fails with {@link Errno#EPERM} (a limit
   *     of 0), {@link Errno#ENOMEM} (above {@link Linux#RLIMIT_MEMLOCK}, which a JVM soon is; after
   *     {@code MCL_FUTURE} it may fail to make memory or threads later), {@link Errno#EINVAL}
   *     (flags). Source: {@code man 2 mlockall}
   */
  AioRequest<Void> mlockall(int flags);

  /**
   * munlockall—undoes {@link #mlockall} and every {@link MappedRegion#mlock()}. In IO::AIO it is
   * synchronous; here it is a request since the kernel goes through all pages of the process, which
   * takes long for those that are many.
   *
   * @return completed with {@code null}. Source: {@code man 2 munlockall}
   */
  AioRequest<Void> munlockall();

  /**
   * memfd_create—makes a file that is in memory alone and is gone when nobody has it open or
   * mapped. With {@link Linux#MFD_ALLOW_SEALING} it can be sealed, by {@link AioFile#fcntl(int,
   * int)} with {@link Linux#F_ADD_SEALS}; what is mapped of a file with {@link Linux#F_SEAL_SHRINK}
   * is as fast to access as memory, see {@link MappedRegion}.
   *
   * @param name shown by {@code /proc} behind {@code memfd:}; at most 249 bytes, need not be the
   *     only one
   * @param flags a combination of {@link Linux#MFD_ALLOW_SEALING}, {@link Linux#MFD_HUGETLB}
   *     (kernel 4.14; with a size like {@link Linux#MFD_HUGE_2MB}; sealing too from 4.16 on);
   *     {@link Linux#MFD_CLOEXEC} is always set
   * @return the file, empty, open for reading and writing; fails with {@link Errno#EINVAL} (flags,
   *     a longer name, one with a NUL byte), {@link Errno#EMFILE}, {@link Errno#ENFILE}, {@link
   *     Errno#ENOMEM}, {@link Errno#ENODEV} (no huge pages of that size), {@link Errno#EACCES} (the
   *     system forbids those that can be executed). Kernel 3.17. Source: {@code man 2 memfd_create}
   */
  AioRequest<AioFile> memfdCreate(String name, int flags);
}
