package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.impl.sys.Descriptor;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;

/** Closes a descriptor that was retired: nothing else uses its number any more. */
public final class Close extends Operation<Void> {
  private final Descriptor descriptor;
  private final String path;
  private final LocalDevices locals;

  /** A close of a descriptor that was opened with this path. */
  public Close(Descriptor descriptor, String path, LocalDevices locals) {
    super(Kind.CLOSE);
    this.descriptor = descriptor;
    this.path = path;
    this.locals = locals;
  }

  @Override
  public long call(Scratch scratch) {
    return FileCalls.close(descriptor.fd());
  }

  @Override
  public boolean hasInlineForm() {
    return descriptor.isReadOnly();
  }

  /** Closing what was only read, and has a name, leaves the file system nothing to do. */
  @Override
  public long callNow(Scratch scratch) {
    return CachedInode.isLocal(scratch, descriptor.fd(), locals) && CachedInode.isPlainFile(scratch)
        ? FileCalls.close(descriptor.fd())
        : AGAIN;
  }

  @Override
  public void prepare(Sqe sqe, Scratch scratch) {
    sqe.close(descriptor.fd());
    // On the event loop the kernel would remove a file without a name, and wait for a device.
    sqe.async();
  }

  @Override
  public Void result(long value, Scratch scratch) {
    return null;
  }

  @Override
  public AioException failure(int errno) {
    return new AioException(name(), errno, path);
  }
}
