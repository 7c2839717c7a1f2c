package io.github.vertxaio.bench.peer;

import io.vertx.core.Completable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Vert.x's own AsyncFile and FileSystem. */
final class VertxPeer implements Peer {
  private final TestData data;
  private final String[] paths;
  private final OpenOptions reading = new OpenOptions().setWrite(false).setCreate(false);
  private final EventLoop loop = EventLoop.of("nio");
  private final FileSystem files = loop.vertx().fileSystem();
  private AsyncFile file;

  VertxPeer(TestData data) throws Exception {
    this.data = data;
    this.paths = data.paths();
  }

  @Override
  public Supplier<Slot> slots(String work) throws Exception {
    switch (work) {
      case "stat":
        return StatSlot::new;
      case "open":
        return OpenClose::new;
      case "read":
        if (file == null) {
          file = loop.await(context -> files.open(data.data().toString(), reading));
        }
        return Read::new;
      default:
        throw new IllegalArgumentException(work);
    }
  }

  @Override
  public Executor starter() {
    return loop;
  }

  @Override
  public long loopThread() {
    return loop.threadId();
  }

  private final class Read extends Slot {
    private final Buffer buffer = Buffer.buffer(new byte[TestData.BLOCK]);

    @Override
    void submit() {
      file.read(buffer, 0, TestData.offset(this), TestData.BLOCK).onComplete(this);
    }
  }

  private final class StatSlot extends Slot {
    @Override
    void submit() {
      files.props(paths[random(paths.length)]).onComplete(this);
    }
  }

  private final class OpenClose extends Slot {
    private final Completable<AsyncFile> opened = this::opened;

    @Override
    void submit() {
      files.open(paths[random(paths.length)], reading).onComplete(opened);
    }

    private void opened(AsyncFile result, Throwable failure) {
      if (failure != null) {
        complete(null, failure);
      } else {
        result.close().onComplete(this);
      }
    }
  }
}
