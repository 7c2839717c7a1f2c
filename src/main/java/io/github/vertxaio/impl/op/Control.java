package io.github.vertxaio.impl.op;

import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.ControlArguments;
import io.github.vertxaio.impl.sys.ControlCalls;
import io.github.vertxaio.impl.sys.Scratch;

/** Makes an fcntl or an ioctl with a number. */
public final class Control extends FileOperation<Integer> {
  private final long command;
  private final int number;

  private Control(Kind kind, OpenFile file, long command, int number) {
    super(kind, file);
    this.command = command;
    this.number = number;
  }

  /** An fcntl. */
  public static Control fcntl(OpenFile file, int command, int number) {
    ControlArguments.checkFcntl(command, number);
    return new Control(Kind.FCNTL, file, command, number);
  }

  /** An ioctl. */
  public static Control ioctl(OpenFile file, long request, int number) {
    ControlArguments.checkIoctl(request, number);
    return new Control(Kind.IOCTL, file, request, number);
  }

  @Override
  public long call(Scratch scratch) {
    if (kind() == Kind.FCNTL && command == Linux.F_SETFL) {
      file.flagsChange(number);
    }
    return kind() == Kind.FCNTL
        ? ControlCalls.fcntl(fd(), (int) command, number)
        : ControlCalls.ioctl(fd(), command, number);
  }

  @Override
  public Integer result(long value, Scratch scratch) {
    return (int) value;
  }
}
