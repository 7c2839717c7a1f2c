package io.github.vertxaio.impl;

import io.github.vertxaio.AioException;
import io.github.vertxaio.AioFile;
import io.github.vertxaio.Errno;
import io.vertx.core.buffer.Buffer;

/** Writes until everything is written: a group of one write after the other. */
final class WriteFully {
  private final AioFile file;
  private final Group<Void> group;
  private final long offset;
  private final Buffer data;

  private WriteFully(AioFile file, Group<Void> group, long offset, Buffer data) {
    this.file = file;
    this.group = group;
    this.offset = offset;
    this.data = data;
  }

  static void start(AioFile file, Group<Void> group, long offset, Buffer data) {
    new WriteFully(file, group, offset, data).writeFrom(0);
  }

  private void writeFrom(int done) {
    int rest = data.length() - done;
    if (rest == 0) {
      return;
    }
    group
        .part(file.write(offset + done, data, done, rest))
        .onSuccess(
            written -> {
              if (written == 0) {
                // No kernel does this for a file; without the check it would be tried for ever.
                group.fail(new AioException("write", Errno.EIO, file.path()));
              } else {
                writeFrom(done + written);
              }
            })
        .onFailure(group::fail);
  }
}
