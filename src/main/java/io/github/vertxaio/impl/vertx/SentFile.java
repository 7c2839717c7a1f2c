package io.github.vertxaio.impl.vertx;

import io.netty.channel.DefaultFileRegion;
import io.netty.util.AbstractReferenceCounted;
import io.netty.util.ReferenceCounted;
import java.io.IOException;
import java.nio.channels.FileChannel;

/** An open file that is sent to a socket: closed when its owner and the last write let go of it. */
public final class SentFile extends AbstractReferenceCounted {
  private final FileChannel channel;

  /** Owns the channel. */
  public SentFile(FileChannel channel) {
    this.channel = channel;
  }

  /** A part of it, only to be used while it is retained. */
  DefaultFileRegion part(long offset, int length) {
    return new Part(channel, offset, length);
  }

  @Override
  protected void deallocate() {
    try {
      channel.close();
    } catch (IOException e) {
      Log.warn("a file that was sent could not be closed", e);
    }
  }

  @Override
  public ReferenceCounted touch(Object hint) {
    return this;
  }

  /** Neither closes the channel with its first part, nor counts on Vert.x to release parts. */
  private static final class Part extends DefaultFileRegion {
    Part(FileChannel channel, long offset, int length) {
      super(channel, offset, length);
    }

    @Override
    protected void deallocate() {}
  }
}
