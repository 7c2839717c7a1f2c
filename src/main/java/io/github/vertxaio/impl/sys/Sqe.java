package io.github.vertxaio.impl.sys;

import io.github.vertxaio.Linux;

/**
 * One submission queue entry of io_uring: what {@code struct io_uring_sqe} holds, filled by the
 * operation's {@code prepare} and handed on by the ring. Reused from one request to the next.
 */
public final class Sqe {
  private byte opcode;
  private byte flags;
  private int fd;
  private long off;
  private long addr;
  private int len;
  private int callFlags;

  /** IORING_OP_NOP. */
  public void nop() {
    set(Linux.IORING_OP_NOP, -1, 0, 0, 0, 0);
  }

  /** IORING_OP_READ; CURRENT_POSITION reads at the file's position. */
  public void read(int fd, Memory memory, int index, int length, long offset) {
    set(Linux.IORING_OP_READ, fd, offset, memory.address(index, length), length, 0);
  }

  /** IORING_OP_WRITE; CURRENT_POSITION writes at the file's position. */
  public void write(int fd, Memory memory, int index, int length, long offset) {
    set(Linux.IORING_OP_WRITE, fd, offset, memory.address(index, length), length, 0);
  }

  /** IORING_OP_FSYNC; with IORING_FSYNC_DATASYNC as fdatasync. */
  public void fsync(int fd, int fsyncFlags) {
    set(Linux.IORING_OP_FSYNC, fd, 0, 0, 0, fsyncFlags);
  }

  /** IORING_OP_CLOSE. */
  public void close(int fd) {
    set(Linux.IORING_OP_CLOSE, fd, 0, 0, 0, 0);
  }

  /** IORING_OP_OPENAT; O_CLOEXEC is added. */
  public void openat(Scratch scratch, int dirfd, byte[] path, int openFlags, int mode) {
    int flagsOfCall = openFlags | Linux.O_CLOEXEC;
    set(Linux.IORING_OP_OPENAT, dirfd, 0, scratch.path(path), mode, flagsOfCall);
  }

  /** IORING_OP_STATX into the scratch structure; {@link StatReader} takes the attributes out. */
  public void statx(Scratch scratch, int dirfd, byte[] path, int statxFlags) {
    long buffer = scratch.struct(Structs.Statx.SIZE);
    set(Linux.IORING_OP_STATX, dirfd, buffer, scratch.path(path), StatReader.MASK, statxFlags);
  }

  /** IORING_OP_STATX of an open file, with the result as of {@link #statx}. */
  public void fstat(Scratch scratch, int fd) {
    statx(scratch, fd, FileCalls.NO_PATH, Linux.AT_EMPTY_PATH);
  }

  /** IORING_OP_UNLINKAT. */
  public void unlinkat(Scratch scratch, int dirfd, byte[] path, int unlinkFlags) {
    set(Linux.IORING_OP_UNLINKAT, dirfd, 0, scratch.path(path), 0, unlinkFlags);
  }

  /** IORING_OP_MKDIRAT. */
  public void mkdirat(Scratch scratch, int dirfd, byte[] path, int mode) {
    set(Linux.IORING_OP_MKDIRAT, dirfd, 0, scratch.path(path), mode, 0);
  }

  /** IORING_OP_RENAMEAT. */
  public void renameat(
      Scratch scratch, int olddirfd, byte[] source, int newdirfd, byte[] target, int renameFlags) {
    long to = scratch.secondPath(target);
    set(Linux.IORING_OP_RENAMEAT, olddirfd, to, scratch.path(source), newdirfd, renameFlags);
  }

  /** IORING_OP_LINKAT. */
  public void linkat(Scratch scratch, int olddirfd, byte[] source, int newdirfd, byte[] target) {
    long to = scratch.secondPath(target);
    set(Linux.IORING_OP_LINKAT, olddirfd, to, scratch.path(source), newdirfd, 0);
  }

  /** IORING_OP_SYMLINKAT. */
  public void symlinkat(Scratch scratch, byte[] target, int dirfd, byte[] path) {
    long text = scratch.secondPath(target);
    set(Linux.IORING_OP_SYMLINKAT, dirfd, scratch.path(path), text, 0, 0);
  }

  /** IORING_OP_FALLOCATE. */
  public void fallocate(int fd, int mode, long offset, long length) {
    set(Linux.IORING_OP_FALLOCATE, fd, offset, length, mode, 0);
  }

  /** IORING_OP_FADVISE; the length is an unsigned 32-bit number. */
  public void fadvise(int fd, long offset, int length, int advice) {
    set(Linux.IORING_OP_FADVISE, fd, offset, 0, length, advice);
  }

  /** IORING_OP_SYNC_FILE_RANGE; the length is an unsigned 32-bit number. */
  public void syncFileRange(int fd, long offset, int length, int syncFlags) {
    set(Linux.IORING_OP_SYNC_FILE_RANGE, fd, offset, 0, length, syncFlags);
  }

  /** Makes the kernel execute the entry on a thread of its own instead of trying it at once. */
  public void async() {
    flags |= (byte) Linux.IOSQE_ASYNC;
  }

  private void set(int opcode, int fd, long off, long addr, int len, int callFlags) {
    this.opcode = (byte) opcode;
    this.flags = 0;
    this.fd = fd;
    this.off = off;
    this.addr = addr;
    this.len = len;
    this.callFlags = callFlags;
  }

  /** The opcode. */
  public byte opcode() {
    return opcode;
  }

  /** The IOSQE flags. */
  public byte flags() {
    return flags;
  }

  /** The descriptor. */
  public int fd() {
    return fd;
  }

  /** The offset, or the second address. */
  public long off() {
    return off;
  }

  /** The address. */
  public long addr() {
    return addr;
  }

  /** The length, or what the opcode puts in its place. */
  public int len() {
    return len;
  }

  /** The flags of the call. */
  public int callFlags() {
    return callFlags;
  }
}
