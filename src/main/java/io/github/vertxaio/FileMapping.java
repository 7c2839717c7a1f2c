package io.github.vertxaio;

import java.util.List;

/** The requests that make an open file part of the process. */
public interface FileMapping {

  /**
   * mmap—maps a range of the file into memory. The file may be closed afterwards, the region stays.
   * It is a request since the kernel may wait for the file system, with {@link Linux#MAP_POPULATE}
   * for all of its pages, and for others who change the memory of the process.
   *
   * @param offset where in the file, in bytes; a multiple of {@link MappedRegion#PAGESIZE}
   * @param length how many bytes, more than 0. The file may be shorter, but what lies on pages
   *     behind its end can be neither read nor written before it has grown
   * @param prot {@link Linux#PROT_NONE}, or a combination of {@link Linux#PROT_READ}, {@link
   *     Linux#PROT_WRITE} and {@link Linux#PROT_EXEC}
   * @param flags {@link Linux#MAP_SHARED} (writes reach the file), {@link
   *     Linux#MAP_SHARED_VALIDATE} (and unknown flags are refused, kernel 4.15) or {@link
   *     Linux#MAP_PRIVATE}, with {@link Linux#MAP_POPULATE}, {@link Linux#MAP_LOCKED}, {@link
   *     Linux#MAP_NORESERVE}, {@link Linux#MAP_SYNC} and others
   * @return the region; fails with {@link Errno#EACCES} (not open for reading, or not for the
   *     writing that is asked for), {@link Errno#EINVAL} (offset, flags), {@link Errno#ENODEV} (no
   *     file that can be mapped), {@link Errno#EPERM} (sealed, or no PROT_EXEC here), {@link
   *     Errno#ENOMEM}, {@link Errno#EAGAIN} (too much is locked), {@link Errno#EOVERFLOW}. Source:
   *     {@code man 2 mmap}
   * @throws IllegalArgumentException for a negative offset, a length below 1, other rights, and for
   *     flags of a fixed address ({@link Linux#MAP_FIXED} and its kin), a stack that grows ({@link
   *     Linux#MAP_GROWSDOWN}), or no file ({@link Linux#MAP_ANONYMOUS}): of those the memory of
   *     others would not be safe
   */
  AioRequest<MappedRegion> mmap(long offset, long length, int prot, int flags);

  /**
   * fexecve—has no counterpart: a JVM cannot turn into another program, since its threads would end
   * where they are, and whatever they were writing.
   *
   * @param argv would be the arguments
   * @param envp would be the environment
   * @return never
   * @throws UnsupportedOperationException always; start another process with {@link ProcessBuilder}
   */
  default AioRequest<Void> fexecve(List<String> argv, List<String> envp) {
    throw new UnsupportedOperationException("fexecve: a JVM cannot turn into another program");
  }
}
