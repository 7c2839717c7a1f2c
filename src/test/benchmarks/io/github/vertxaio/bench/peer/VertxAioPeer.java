package io.github.vertxaio.bench.peer;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioFile;
import io.github.vertxaio.AioOptions;
import io.github.vertxaio.Engine;
import io.github.vertxaio.Linux;
import io.netty.buffer.Unpooled;
import io.vertx.core.Completable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** This library, through its public API, on a transport and with an engine. */
final class VertxAioPeer implements Peer {
  private final TestData data;
  private final String[] paths;
  private final EventLoop loop;
  private final Aio aio;
  private AioFile file;

  /**
   * Starts it.
   *
   * @param choices transport, engine and number of worker threads
   */
  VertxAioPeer(TestData data, String[] choices) throws Exception {
    this.data = data;
    this.paths = data.paths();
    this.loop = EventLoop.of(choices[0]);
    AioOptions options =
        new AioOptions()
            .setEngine(Engine.valueOf(choices[1]))
            .setMaxParallel(Integer.parseInt(choices[2]))
            .setMaxIdle(Integer.parseInt(choices[2]));
    this.aio = Aio.create(loop.vertx(), options);
    if (options.getEngine() == Engine.RING) {
      requireRing();
    }
  }

  /** A ring opens at the first request after the engine has learnt what the kernel can do. */
  private void requireRing() throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    do {
      loop.await(context -> aio.stat(data.data().toString()));
    } while (!aio.engineInfo().ring() && System.nanoTime() < deadline);
    if (!aio.engineInfo().ring()) {
      throw new UnsupportedOperationException("no ring: " + aio.engineInfo().ringStatus());
    }
  }

  @Override
  public Supplier<Slot> slots(String work) throws Exception {
    return switch (work) {
      case "read" -> reads(FreshRead::new);
      case "read-reused" -> reads(ReusedRead::new);
      case "stat" -> StatSlot::new;
      case "open" -> OpenClose::new;
      case "nop" -> Nop::new;
      default -> throw new IllegalArgumentException(work);
    };
  }

  private Supplier<Slot> reads(Supplier<Slot> slots) throws Exception {
    if (file == null) {
      file = loop.await(context -> aio.open(data.data().toString(), Linux.O_RDONLY));
    }
    return slots;
  }

  @Override
  public Executor starter() {
    return loop;
  }

  @Override
  public long loopThread() {
    return loop.threadId();
  }

  private final class FreshRead extends Slot {
    @Override
    void submit() {
      file.read(TestData.offset(this), TestData.BLOCK).onComplete(this);
    }
  }

  private final class ReusedRead extends Slot {
    private final Buffer buffer = BufferInternal.buffer(Unpooled.wrappedBuffer(directBlock()));

    @Override
    void submit() {
      file.read(TestData.offset(this), TestData.BLOCK, buffer, 0).onComplete(this);
    }
  }

  /** Copying to memory that begins in the middle of a cache line takes a tenth longer. */
  private static ByteBuffer directBlock() {
    return ByteBuffer.allocateDirect(2 * TestData.BLOCK)
        .alignedSlice(TestData.BLOCK)
        .limit(TestData.BLOCK)
        .slice();
  }

  private final class StatSlot extends Slot {
    @Override
    void submit() {
      aio.stat(paths[random(paths.length)]).onComplete(this);
    }
  }

  private final class OpenClose extends Slot {
    private final Completable<AioFile> opened = this::opened;

    @Override
    void submit() {
      aio.open(paths[random(paths.length)], Linux.O_RDONLY).onComplete(opened);
    }

    private void opened(AioFile result, Throwable failure) {
      if (failure != null) {
        complete(null, failure);
      } else {
        result.close().onComplete(this);
      }
    }
  }

  private final class Nop extends Slot {
    @Override
    void submit() {
      aio.nop().onComplete(this);
    }
  }
}
