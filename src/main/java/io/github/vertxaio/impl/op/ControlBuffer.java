package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.ControlArguments;
import io.github.vertxaio.impl.sys.ControlCalls;
import io.github.vertxaio.impl.sys.NativeMemory;
import io.github.vertxaio.impl.sys.Scratch;
import io.netty.buffer.ByteBuf;

/**
 * Makes an fcntl or an ioctl with a structure: it is copied to memory that has room behind it, and
 * back.
 */
public final class ControlBuffer extends FileOperation<Integer> {
  private final long command;
  private final ByteBuf data;
  private final int length;
  private NativeMemory memory;

  private ControlBuffer(Kind kind, OpenFile file, long command, ByteBuf data) {
    super(kind, file);
    this.command = command;
    this.data = data;
    this.length = data.writerIndex();
  }

  /** An fcntl. */
  public static ControlBuffer fcntl(OpenFile file, int command, ByteBuf data) {
    ControlArguments.checkFcntl(command);
    return new ControlBuffer(Kind.FCNTL, file, command, data);
  }

  /** An ioctl. */
  public static ControlBuffer ioctl(OpenFile file, long request, ByteBuf data) {
    ControlArguments.checkIoctl(request);
    return new ControlBuffer(Kind.IOCTL, file, request, data);
  }

  @Override
  public long call(Scratch scratch) {
    memory = ControlCalls.argument(scratch, command, length);
    data.getBytes(0, memory.bytes().slice(0, length));
    if (kind() == Kind.FCNTL) {
      return ControlCalls.fcntl(fd(), (int) command, memory, length);
    }
    // The copy is checked, which nobody can change any more.
    ControlArguments.checkIoctl(command, memory, length);
    return ControlCalls.ioctl(fd(), command, memory, length);
  }

  @Override
  public Integer result(long value, Scratch scratch) {
    data.setBytes(0, memory.bytes().slice(0, length));
    return (int) value;
  }

  @Override
  public void releaseMemory() {
    memory = null;
  }
}
