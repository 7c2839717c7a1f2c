package io.github.vertxaio.impl.op;

import io.github.vertxaio.Errno;
import io.github.vertxaio.impl.sys.Scratch;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens an open file once more, as a channel of the JDK, which Netty can send from. */
public final class OpenAgain extends FileOperation<FileChannel> {
  private final long end;
  private FileChannel channel;

  /**
   * An open file.
   *
   * @param end where its bytes are known to end: the JDK believes its size, which may read less
   */
  public OpenAgain(OpenFile file, long end) {
    super(Kind.SENDFILE, file);
    this.end = end;
  }

  @Override
  public long call(Scratch scratch) {
    try {
      channel = FileChannel.open(Path.of("/proc/self/fd/" + fd()), StandardOpenOption.READ);
      if (channel.size() >= end) {
        return 0;
      }
      channel.close();
      return -Errno.EINVAL;
    } catch (IOException e) {
      // No /proc, or no right to open it: whoever asks can read the descriptor instead.
      return -Errno.EINVAL;
    }
  }

  @Override
  public FileChannel result(long value, Scratch scratch) {
    return channel;
  }

  @Override
  public void discard(FileChannel unwanted) {
    try {
      unwanted.close();
    } catch (IOException e) {
      // It was only read.
    }
  }
}
