package io.github.vertxaio.impl.sys;

import jnr.ffi.LibraryLoader;
import jnr.ffi.annotations.SaveError;

/**
 * The C prototypes of what maps memory, bound as in {@link LibC}; apart from it because few
 * programs need them and binding takes time at their start. Calls with six arguments, like mmap, go
 * by its {@code syscall}.
 */
public interface LibMemory {
  /** The loaded library. */
  LibMemory M = LibraryLoader.create(LibMemory.class).load("c");

  /** {@code int munmap(void *addr, size_t length)}. */
  @SaveError
  int munmap(long addr, long length);

  /** {@code void *mremap(void *old, size_t oldSize, size_t newSize, int flags, ...)}. */
  @SaveError
  long mremap(long oldAddress, long oldSize, long newSize, int flags, long newAddress);

  /** {@code int mprotect(void *addr, size_t len, int prot)}. */
  @SaveError
  int mprotect(long addr, long len, int prot);

  /** {@code int madvise(void *addr, size_t length, int advice)}. */
  @SaveError
  int madvise(long addr, long length, int advice);

  /** {@code int msync(void *addr, size_t length, int flags)}. */
  @SaveError
  int msync(long addr, long length, int flags);

  /** {@code int mlock(const void *addr, size_t len)}. */
  @SaveError
  int mlock(long addr, long len);

  /** {@code int munlock(const void *addr, size_t len)}. */
  @SaveError
  int munlock(long addr, long len);

  /** {@code int mlockall(int flags)}. */
  @SaveError
  int mlockall(int flags);

  /** {@code int munlockall(void)}. */
  @SaveError
  int munlockall();

  /** {@code int memfd_create(const char *name, unsigned int flags)}. */
  @SaveError
  int memfd_create(long name, int flags);

  /** {@code int prlimit(pid_t, int resource, const struct rlimit *new, struct rlimit *old)}. */
  @SaveError
  int prlimit(int pid, int resource, long newLimit, long oldLimit);

  /** {@code long sysconf(int name)}. */
  long sysconf(int name);

  /** {@code pid_t getpid(void)}. */
  int getpid();
}
