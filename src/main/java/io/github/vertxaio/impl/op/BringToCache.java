package io.github.vertxaio.impl.op;

import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import java.nio.charset.StandardCharsets;

/**
 * Waits until a part of a file is in the page cache, so that an event loop that sends it from there
 * does not wait for the device. The kernel does so for a sendfile to {@code /dev/null}, without
 * copying anything, and says what cannot be sent at all.
 */
public final class BringToCache extends FileOperation<Integer> {
  private static final byte[] SINK = "/dev/null".getBytes(StandardCharsets.US_ASCII);

  private final long offset;
  private final int length;

  /** A part of a file. */
  public BringToCache(OpenFile file, long offset, int length) {
    super(Kind.SENDFILE, file);
    this.offset = offset;
    this.length = length;
  }

  @Override
  public long call(Scratch scratch) {
    long sink = PathCalls.openat(scratch, Linux.AT_FDCWD, SINK, Linux.O_WRONLY, 0);
    if (sink < 0) {
      return sink;
    }
    try {
      return FileCalls.sendfile(scratch, (int) sink, fd(), offset, length);
    } finally {
      FileCalls.close((int) sink);
    }
  }

  /** How much of it is there: less than asked for at the end of the file. */
  @Override
  public Integer result(long count, Scratch scratch) {
    return (int) count;
  }
}
