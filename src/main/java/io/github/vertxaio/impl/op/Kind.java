package io.github.vertxaio.impl.op;

import io.github.vertxaio.Linux;

/** Every kind of operation: its name, and where it can run besides on a worker. */
public enum Kind {
  NOP("nop", Linux.IORING_OP_NOP, false, false),
  BUSY("busy"),
  WD("wd"),
  OPEN("open", Linux.IORING_OP_OPENAT, true, false),
  CLOSE("close", Linux.IORING_OP_CLOSE, true, false),
  SEEK("lseek"),
  READ("read", Linux.IORING_OP_READ, true, true),
  WRITE("write", Linux.IORING_OP_WRITE, false, true),
  STAT("stat", Linux.IORING_OP_STATX, true, true),
  LSTAT("lstat", Linux.IORING_OP_STATX, true, true),
  FSTAT("fstat", Linux.IORING_OP_STATX, true, true),
  READDIR("readdir"),
  READDIRX("readdirx"),
  SCANDIR("scandir"),
  UNLINK("unlink", Linux.IORING_OP_UNLINKAT, false, false),
  RMDIR("rmdir", Linux.IORING_OP_UNLINKAT, false, false),
  MKDIR("mkdir", Linux.IORING_OP_MKDIRAT, false, false),
  RENAME("rename", Linux.IORING_OP_RENAMEAT, false, false),
  FSYNC("fsync", Linux.IORING_OP_FSYNC, false, false),
  FDATASYNC("fdatasync", Linux.IORING_OP_FSYNC, false, false),
  STATVFS("statvfs"),
  FSTATVFS("fstatvfs"),
  UTIMENSAT("utimensat"),
  FUTIMENS("futimens"),
  CHOWN("chown"),
  LCHOWN("lchown"),
  FCHOWN("fchown"),
  CHMOD("chmod"),
  FCHMOD("fchmod"),
  TRUNCATE("truncate"),
  FTRUNCATE("ftruncate"),
  LINK("link", Linux.IORING_OP_LINKAT, false, false),
  SYMLINK("symlink", Linux.IORING_OP_SYMLINKAT, false, false),
  READLINK("readlink"),
  REALPATH("realpath"),
  MKNOD("mknod"),
  FALLOCATE("fallocate", Linux.IORING_OP_FALLOCATE, false, false),
  FIEMAP("fiemap"),
  READAHEAD("readahead"),
  FADVISE("posix_fadvise", Linux.IORING_OP_FADVISE, false, false),
  SYNC_FILE_RANGE("sync_file_range", Linux.IORING_OP_SYNC_FILE_RANGE, false, false),
  SYNCFS("syncfs"),
  SYNC("sync"),
  SENDFILE("sendfile"),
  FCNTL("fcntl"),
  IOCTL("ioctl"),
  MMAP("mmap"),
  MUNMAP("munmap"),
  MREMAP("mremap"),
  MPROTECT("mprotect"),
  MADVISE("madvise"),
  MSYNC("msync"),
  MTOUCH("mtouch"),
  MLOCK("mlock"),
  MUNLOCK("munlock"),
  MLOCKALL("mlockall"),
  MUNLOCKALL("munlockall"),
  MEMFD_CREATE("memfd_create"),
  LOAD("load"),
  SLURP("slurp"),
  PATHSYNC("pathsync"),
  RMTREE("rmtree"),
  COPY("copy"),
  MOVE("move");

  private static final int NO_OPCODE = -1;

  private final String call;
  private final int opcode;
  private final boolean inline;
  private final boolean ring;

  Kind(String call) {
    this(call, NO_OPCODE, false, false);
  }

  Kind(String call, int opcode, boolean inline, boolean ring) {
    this.call = call;
    this.opcode = opcode;
    this.inline = inline;
    this.ring = ring;
  }

  /** The name of the call, for messages. */
  public String call() {
    return call;
  }

  /** Whether io_uring has an opcode for it. */
  public boolean hasOpcode() {
    return opcode != NO_OPCODE;
  }

  /** The opcode of io_uring. */
  public int opcode() {
    return opcode;
  }

  /** Whether an event loop may execute it at once when the answer is in memory. */
  public boolean inline() {
    return inline;
  }

  /**
   * Whether the ring is better than a worker. What the kernel hands to a thread of its own in any
   * case gains nothing there, and leaves the priorities of the pool behind.
   */
  public boolean prefersRing() {
    return ring;
  }
}
