package io.github.vertxaio.impl;

import io.github.vertxaio.AioException;
import io.github.vertxaio.AioRequest;
import io.github.vertxaio.Errno;
import io.github.vertxaio.impl.engine.FollowingRequest;
import io.github.vertxaio.impl.op.BringToCache;
import io.github.vertxaio.impl.op.OpenAgain;
import io.github.vertxaio.impl.op.OpenFile;
import io.github.vertxaio.impl.vertx.SentFile;
import io.github.vertxaio.impl.vertx.SocketSink;
import io.vertx.core.Future;

/**
 * Sends a part of a file to a socket: a group of two requests for each chunk. A worker brings it
 * into the page cache, then the socket's event loop sends it from there, which never waits for a
 * device. While one chunk is sent the next is brought. Where the socket has to see the bytes, or
 * the kernel cannot send the file, chunks are read and written.
 */
final class SendToSocket {
  private static final int CHUNK = 1 << 20;

  /** Up to here a copy costs less than opening the file for the socket. */
  private static final int SMALL = 64 * 1024;

  private final AioFileImpl file;
  private final OpenFile open;
  private final Group<Long> group;
  private final SocketSink out;
  private final long offset;
  private final long length;
  private boolean copying;
  private SentFile sentFile;
  private AioRequest<Integer> ahead;
  private long sent;

  private SendToSocket(
      AioFileImpl file, Group<Long> group, SocketSink out, long offset, long length) {
    this.file = file;
    this.open = file.file();
    this.group = group;
    this.out = out;
    this.offset = offset;
    this.length = length;
    this.copying = length <= SMALL;
  }

  static void start(AioFileImpl file, Group<Long> group, SocketSink out, long offset, long length) {
    new SendToSocket(file, group, out, offset, length).next();
  }

  private int chunk(long from) {
    return (int) Math.min(copying ? SMALL : CHUNK, length - from);
  }

  private void next() {
    if (sent == length && sent > 0) {
      group.result(sent);
      return;
    }
    int chunk = chunk(sent);
    if (copying || !out.takesFiles(offset + sent + chunk)) {
      copying = true;
      copy(chunk(sent));
      return;
    }
    AioRequest<Integer> brought = ahead == null ? bring(sent, chunk) : ahead;
    ahead = null;
    brought.onSuccess(this::sendFromCache).onFailure(this::refused);
  }

  private AioRequest<Integer> bring(long from, int chunk) {
    return group.part(file.submit(new BringToCache(open, offset + from, chunk)));
  }

  private void sendFromCache(int count) {
    if (count == 0) {
      // The end, or a file that has no pages: reading tells.
      copying = true;
      next();
    } else if (sentFile != null) {
      sendPart(count);
    } else {
      group
          .part(file.submit(new OpenAgain(open, offset + sent + count)))
          .onSuccess(
              channel -> {
                sentFile = new SentFile(channel);
                group.atEnd(sentFile::release);
                sendPart(count);
              })
          .onFailure(this::refused);
    }
  }

  private void sendPart(int count) {
    long from = sent;
    sending(out.write(sentFile, offset + from, count), count);
    if (length - from > count) {
      ahead = bring(from + count, chunk(from + count));
    }
  }

  /**
   * What the kernel cannot send from the page cache can often be read, or reading tells why not.
   */
  private void refused(Throwable failure) {
    if (failure instanceof AioException refusal && refusal.errno() == Errno.EINVAL) {
      copying = true;
      next();
    } else {
      stop(failure);
    }
  }

  private void copy(int chunk) {
    group
        .part(file.read(offset + sent, chunk))
        .onSuccess(
            data -> {
              if (data.length() == 0) {
                group.result(sent);
              } else {
                sending(out.write(data), data.length());
              }
            })
        .onFailure(this::stop);
  }

  private void sending(Future<Void> writing, int count) {
    group
        .part(FollowingRequest.of(file.engine(), writing))
        .onSuccess(
            written -> {
              sent += count;
              next();
            })
        .onFailure(failure -> stop(broken()));
  }

  private AioException broken() {
    return AioException.refused(
        "sendfile", Errno.EPIPE, "the socket is closed", open.path(), out.toString());
  }

  /** What was sent counts, whatever came behind it. */
  private void stop(Throwable failure) {
    if (sent > 0) {
      group.result(sent);
    } else {
      group.fail(failure);
    }
  }
}
