package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibC.C;

/**
 * The two calls that do whatever their command says. Each returns its result or its errno negated,
 * and is made again when a signal interrupts it. What their argument may be says {@link
 * ControlArguments}.
 */
public final class ControlCalls {
  /**
   * How many zeros follow an argument in memory: commands that tell no size write no more than this
   * behind one that is too short.
   */
  static final int PADDING = 4096;

  private ControlCalls() {}

  /** fcntl(fd, command, number)—manipulates a descriptor. */
  public static long fcntl(int fd, int command, long number) {
    return Result.retried(() -> C.fcntl(fd, command, number));
  }

  /** ioctl(fd, request, number)—controls a file system or a device. */
  public static long ioctl(int fd, long request, long number) {
    return Result.retried(() -> C.ioctl(fd, request, number));
  }

  /** Takes memory for an argument of this length; its contents are zeros. */
  public static NativeMemory argument(Scratch scratch, long command, int length) {
    int size = size(command, length);
    NativeMemory memory = scratch.buffer(size);
    memory.bytes().put(0, new byte[size]);
    return memory;
  }

  /** fcntl or ioctl with the address of what {@link #argument} gave. */
  public static long fcntl(int fd, int command, NativeMemory memory, int length) {
    return fcntl(fd, command, memory.address(0, size(command, length)));
  }

  /** ioctl(fd, request, address)—with the address of what {@link #argument} gave. */
  public static long ioctl(int fd, long request, NativeMemory memory, int length) {
    return ioctl(fd, request, memory.address(0, size(request, length)));
  }

  private static int size(long command, int length) {
    return Math.addExact(Math.max(length, ControlArguments.encodedSize(command)), PADDING);
  }
}
