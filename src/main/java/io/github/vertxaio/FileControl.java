package io.github.vertxaio;

import io.vertx.core.buffer.Buffer;

/**
 * The requests on an open file that do whatever their command says.
 *
 * <p>They run on a worker. A command that waits, like {@link Linux#F_OFD_SETLKW}, keeps it, and so
 * many of them as there are workers stop the pool: such a lock is better tried again from time to
 * time.
 *
 * <p>To the kernel a number and an address are the same. So that no mistake overwrites the memory
 * of the process, a number of 65536 or more throws {@link IllegalArgumentException} unless the
 * command is known to take one. A structure that holds addresses itself, or that tells the kernel
 * to write more than it has room for, cannot be checked but for {@link Linux#FS_IOC_FIEMAP} and
 * {@link Linux#FIDEDUPERANGE}, which fail with {@link IllegalArgumentException}: the caller answers
 * for it.
 */
public interface FileControl {

  /**
   * fcntl—manipulates the descriptor, with a number.
   *
   * @param command {@code F_*} of {@link Linux}; not {@link Linux#F_DUPFD} or {@link
   *     Linux#F_DUPFD_CLOEXEC}, whose descriptor nobody would own
   * @param argument the number; 0 where the command takes none
   * @return the result of the call; fails with {@link Errno#EINVAL} (unknown command or argument),
   *     {@link Errno#EPERM}, {@link Errno#EFAULT} (the command takes a buffer), and as the command
   *     says. Source: {@code man 2 fcntl}
   * @throws IllegalArgumentException for a number that may be an address
   */
  AioRequest<Integer> fcntl(int command, int argument);

  /**
   * fcntl—manipulates the descriptor, with a structure.
   *
   * @param command {@code F_*} of {@link Linux}
   * @param argument the structure, in the byte order of the machine; replaced in place by what the
   *     kernel makes of it, at its length. Must not be touched until the request is complete
   * @return the result of the call; fails with {@link Errno#EACCES} or {@link Errno#EAGAIN} (locked
   *     by others), {@link Errno#EINVAL}, and as the command says. Source: {@code man 2 fcntl}
   */
  AioRequest<Integer> fcntl(int command, Buffer argument);

  /**
   * ioctl—controls the file system or the device, with a number.
   *
   * @param request {@code FS_IOC_*}, {@code FI*}, {@code BLK*} or another constant of {@link Linux}
   * @param argument the number; 0 where the request takes none
   * @return the result of the call; fails with {@link Errno#ENOTTY} (no such request here), {@link
   *     Errno#EINVAL}, {@link Errno#EPERM}, {@link Errno#EFAULT} (the request takes a buffer),
   *     {@link Errno#EOPNOTSUPP}, and as the request says. Source: {@code man 2 ioctl}
   * @throws IllegalArgumentException for a number that may be an address
   */
  AioRequest<Integer> ioctl(long request, int argument);

  /**
   * ioctl—controls the file system or the device, with the descriptor of another open file. {@link
   * Linux#FICLONE} makes this file share the blocks of that one (kernel 4.5).
   *
   * @param request {@link Linux#FICLONE} or another request whose argument is a descriptor
   * @param argument the other file, which is held while the request is in flight
   * @return the result of the call; fails with {@link Errno#EOPNOTSUPP} (the file system cannot
   *     share blocks), {@link Errno#EXDEV} (another file system), {@link Errno#EBADF} (also for a
   *     closed argument; FICLONE: not open for writing, or the argument not for reading), {@link
   *     Errno#EINVAL}, and as the request says. Source: {@code man 2 ioctl_ficlone}
   */
  AioRequest<Integer> ioctl(long request, AioFile argument);

  /**
   * ioctl—controls the file system or the device, with a structure.
   *
   * @param request {@code FS_IOC_*}, {@code FI*}, {@code BLK*} or another constant of {@link Linux}
   * @param argument the structure, in the byte order of the machine; replaced in place by what the
   *     kernel makes of it, at its length. Must not be touched until the request is complete
   * @return the result of the call; errors as of {@link #ioctl(long, int)}. Source: {@code man 2
   *     ioctl}
   */
  AioRequest<Integer> ioctl(long request, Buffer argument);
}
