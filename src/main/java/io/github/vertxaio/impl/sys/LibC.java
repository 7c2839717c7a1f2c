package io.github.vertxaio.impl.sys;

import jnr.ffi.LibraryLoader;
import jnr.ffi.Runtime;
import jnr.ffi.annotations.SaveError;

/** The C prototypes as JNR-FFI binds them. Addresses are {@code long}, 0 for NULL. */
public interface LibC {
  /** The loaded library. */
  LibC C = LibraryLoader.create(LibC.class).load("c");

  /** Where the library's errno of each thread is kept. */
  Runtime RUNTIME = Runtime.getRuntime(C);

  /** {@code long syscall(long number, ...)}: for calls that glibc does not wrap. */
  @SaveError
  long syscall(long number, long a, long b, long c, long d);

  /**
   * {@code long syscall(long number, ...)}: for calls with six arguments. A binding with six
   * parameters would not do: what JNR compiles for it on x86_64 loses the last one.
   */
  @SaveError
  long syscall(long number, long a, long b, long c, long d, long e, long f);

  /** {@code int openat(int dirfd, const char *pathname, int flags, mode_t mode)}. */
  @SaveError
  int openat(int dirfd, long pathname, int flags, int mode);

  /** {@code int close(int fd)}. */
  @SaveError
  int close(int fd);

  /** {@code off_t lseek(int fd, off_t offset, int whence)}. */
  @SaveError
  long lseek(int fd, long offset, int whence);

  /** {@code ssize_t read(int fd, void *buf, size_t count)}. */
  @SaveError
  long read(int fd, long buf, long count);

  /** {@code ssize_t pread(int fd, void *buf, size_t count, off_t offset)}. */
  @SaveError
  long pread(int fd, long buf, long count, long offset);

  /** {@code ssize_t preadv2(int fd, const struct iovec *iov, int n, off_t offset, int flags)}. */
  @SaveError
  long preadv2(int fd, long iov, int iovcnt, long offset, int flags);

  /** {@code ssize_t write(int fd, const void *buf, size_t count)}. */
  @SaveError
  long write(int fd, long buf, long count);

  /** {@code ssize_t pwrite(int fd, const void *buf, size_t count, off_t offset)}. */
  @SaveError
  long pwrite(int fd, long buf, long count, long offset);

  /** {@code int fsync(int fd)}. */
  @SaveError
  int fsync(int fd);

  /** {@code int fdatasync(int fd)}. */
  @SaveError
  int fdatasync(int fd);

  /** {@code int statx(int dirfd, const char *path, int flags, unsigned mask, struct statx *b)}. */
  @SaveError
  int statx(int dirfd, long pathname, int flags, int mask, long statxbuf);

  /** {@code int fstatfs(int fd, struct statfs *buf)}. */
  @SaveError
  int fstatfs(int fd, long buf);

  /** {@code ssize_t getdents64(int fd, void *dirp, size_t count)}. */
  @SaveError
  long getdents64(int fd, long dirp, long count);

  /** {@code ssize_t readlinkat(int dirfd, const char *pathname, char *buf, size_t bufsiz)}. */
  @SaveError
  long readlinkat(int dirfd, long pathname, long buf, long bufsiz);

  /** {@code int unlinkat(int dirfd, const char *pathname, int flags)}. */
  @SaveError
  int unlinkat(int dirfd, long pathname, int flags);

  /** {@code int mkdirat(int dirfd, const char *pathname, mode_t mode)}. */
  @SaveError
  int mkdirat(int dirfd, long pathname, int mode);

  /** {@code int renameat2(int olddir, const char *old, int newdir, const char *new, int flags)}. */
  @SaveError
  int renameat2(int olddirfd, long oldpath, int newdirfd, long newpath, int flags);

  /** {@code int statvfs(const char *path, struct statvfs *buf)}. */
  @SaveError
  int statvfs(long path, long buf);

  /** {@code int fstatvfs(int fd, struct statvfs *buf)}. */
  @SaveError
  int fstatvfs(int fd, long buf);

  /** {@code int utimensat(int dirfd, const char *path, const struct timespec t[2], int flags)}. */
  @SaveError
  int utimensat(int dirfd, long pathname, long times, int flags);

  /** {@code int futimens(int fd, const struct timespec times[2])}. */
  @SaveError
  int futimens(int fd, long times);

  /** {@code int fchownat(int dirfd, const char *path, uid_t owner, gid_t group, int flags)}. */
  @SaveError
  int fchownat(int dirfd, long pathname, int owner, int group, int flags);

  /** {@code int fchown(int fd, uid_t owner, gid_t group)}. */
  @SaveError
  int fchown(int fd, int owner, int group);

  /** {@code int fchmodat(int dirfd, const char *pathname, mode_t mode, int flags)}. */
  @SaveError
  int fchmodat(int dirfd, long pathname, int mode, int flags);

  /** {@code int fchmod(int fd, mode_t mode)}. */
  @SaveError
  int fchmod(int fd, int mode);

  /** {@code int truncate(const char *path, off_t length)}. */
  @SaveError
  int truncate(long path, long length);

  /** {@code int ftruncate(int fd, off_t length)}. */
  @SaveError
  int ftruncate(int fd, long length);

  /** {@code int linkat(int olddir, const char *old, int newdir, const char *new, int flags)}. */
  @SaveError
  int linkat(int olddirfd, long oldpath, int newdirfd, long newpath, int flags);

  /** {@code int symlinkat(const char *target, int newdirfd, const char *linkpath)}. */
  @SaveError
  int symlinkat(long target, int newdirfd, long linkpath);

  /** {@code int fallocate(int fd, int mode, off_t offset, off_t len)}. */
  @SaveError
  int fallocate(int fd, int mode, long offset, long len);

  /** {@code int fcntl(int fd, int cmd, ...)}. */
  @SaveError
  int fcntl(int fd, int cmd, long argument);

  /** {@code int ioctl(int fd, unsigned long request, ...)}. */
  @SaveError
  int ioctl(int fd, long request, long argument);

  /** {@code ssize_t readahead(int fd, off64_t offset, size_t count)}. */
  @SaveError
  long readahead(int fd, long offset, long count);

  /** {@code int posix_fadvise(int fd, off_t offset, off_t len, int advice)}: returns the errno. */
  int posix_fadvise(int fd, long offset, long len, int advice);

  /** {@code int sync_file_range(int fd, off64_t offset, off64_t nbytes, unsigned int flags)}. */
  @SaveError
  int sync_file_range(int fd, long offset, long nbytes, int flags);

  /** {@code int syncfs(int fd)}. */
  @SaveError
  int syncfs(int fd);

  /** {@code void sync(void)}. */
  void sync();

  /** {@code ssize_t sendfile(int out_fd, int in_fd, off_t *offset, size_t count)}. */
  @SaveError
  long sendfile(int outFd, int inFd, long offset, long count);

  /** {@code ssize_t flistxattr(int fd, char *list, size_t size)}. */
  @SaveError
  long flistxattr(int fd, long list, long size);

  /** {@code ssize_t fgetxattr(int fd, const char *name, void *value, size_t size)}. */
  @SaveError
  long fgetxattr(int fd, long name, long value, long size);

  /** {@code int fsetxattr(int fd, const char *name, const void *value, size_t size, int flags)}. */
  @SaveError
  int fsetxattr(int fd, long name, long value, long size, int flags);
}
