package io.github.vertxaio.impl.vertx;

import io.netty.channel.Channel;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;

/**
 * A socket of Vert.x that takes bytes or, where nothing between it and the kernel needs to see
 * them, files.
 */
public final class SocketSink {
  private final NetSocket socket;
  private final long endOfFiles;

  private SocketSink(NetSocket socket, long endOfFiles) {
    this.socket = socket;
    this.endOfFiles = endOfFiles;
  }

  /** The sink that a socket is. */
  public static SocketSink of(NetSocket socket) {
    return new SocketSink(socket, endOfFiles(socket));
  }

  private static long endOfFiles(NetSocket socket) {
    if (!(socket instanceof NetSocketInternal internal) || socket.isSsl()) {
      return 0;
    }
    Channel channel = internal.channelHandlerContext().channel();
    if (channel.pipeline().get(ChunkedWriteHandler.class) != null) {
      // Vert.x has put it there because something in the pipeline looks at the bytes.
      return 0;
    }
    // Netty's splice for io_uring keeps the offset in an int.
    return IoUringPresence.isIoUring(channel.eventLoop()) ? Integer.MAX_VALUE : Long.MAX_VALUE;
  }

  /** Whether parts of files that end before an offset can be sent from the page cache. */
  public boolean takesFiles(long end) {
    return end <= endOfFiles;
  }

  /** Sends bytes; completed when the kernel has them. */
  public Future<Void> write(Buffer data) {
    return socket.write(data);
  }

  /** Sends a part of a file from the page cache; completed when the kernel has it. */
  public Future<Void> write(SentFile file, long offset, int length) {
    file.retain();
    return ((NetSocketInternal) socket)
        .writeMessage(file.part(offset, length))
        .onComplete(written -> file.release());
  }

  /** For messages. */
  @Override
  public String toString() {
    return "socket " + socket.remoteAddress();
  }
}
