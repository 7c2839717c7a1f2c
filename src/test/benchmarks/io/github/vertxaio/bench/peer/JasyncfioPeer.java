package io.github.vertxaio.bench.peer;

import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import one.jasyncfio.AsyncFile;
import one.jasyncfio.EventExecutor;
import one.jasyncfio.OpenOption;

/**
 * Jasyncfio, which has an io_uring and a thread of its own. It does not look at requests that its
 * own thread makes until a timeout is over, so another thread gets the results and makes the next.
 */
final class JasyncfioPeer implements Peer {
  private final TestData data;
  private final String[] paths;
  private final EventExecutor executor;
  private final ExecutorService user = Executors.newSingleThreadExecutor();
  private AsyncFile file;

  JasyncfioPeer(TestData data) {
    this.data = data;
    this.paths = data.paths();
    this.executor = EventExecutor.builder().entries(512).build();
  }

  @Override
  public Supplier<Slot> slots(String work) throws Exception {
    switch (work) {
      case "open":
        return OpenClose::new;
      case "read":
        if (file == null) {
          file = AsyncFile.open(data.data(), executor, OpenOption.READ_ONLY).get();
        }
        return Read::new;
      default:
        throw new IllegalArgumentException(work);
    }
  }

  @Override
  public Executor starter() {
    return user;
  }

  @Override
  public long loopThread() {
    return -1;
  }

  private final class Read extends Slot {
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(TestData.BLOCK);
    private final BiConsumer<Object, Throwable> done = this::complete;

    @Override
    void submit() {
      buffer.clear();
      file.read(buffer, TestData.offset(this), TestData.BLOCK).whenCompleteAsync(done, user);
    }
  }

  private final class OpenClose extends Slot {
    private final BiConsumer<Object, Throwable> done = this::complete;

    @Override
    void submit() {
      AsyncFile.open(paths[random(paths.length)], executor, OpenOption.READ_ONLY)
          .whenCompleteAsync(this::opened, user);
    }

    private void opened(AsyncFile result, Throwable failure) {
      if (failure != null) {
        complete(null, failure);
      } else {
        result.close().whenCompleteAsync(done, user);
      }
    }
  }
}
