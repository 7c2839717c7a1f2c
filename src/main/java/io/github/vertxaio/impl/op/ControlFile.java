package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.ControlArguments;
import io.github.vertxaio.impl.sys.ControlCalls;
import io.github.vertxaio.impl.sys.Scratch;

/** Makes an ioctl whose argument is the descriptor of another file. */
public final class ControlFile extends TwoFileOperation<Integer> {
  private final long request;

  /** An ioctl. */
  public ControlFile(OpenFile file, long request, OpenFile argument) {
    super(Kind.IOCTL, file, argument);
    this.request = request;
  }

  @Override
  public long call(Scratch scratch) {
    ControlArguments.checkIoctl(request, otherFd());
    return ControlCalls.ioctl(fd(), request, otherFd());
  }

  @Override
  public Integer result(long value, Scratch scratch) {
    return (int) value;
  }
}
