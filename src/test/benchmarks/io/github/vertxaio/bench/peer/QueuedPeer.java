package io.github.vertxaio.bench.peer;

import com.sun.management.ThreadMXBean;
import io.github.vertxaio.Aio;
import io.github.vertxaio.AioOptions;
import io.github.vertxaio.Engine;
import io.vertx.core.Completable;
import io.vertx.core.Future;
import java.lang.management.ManagementFactory;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;

/**
 * Measures the memory of requests that wait in the queue of the pool. Commands as of {@link
 * JvmPeer}, where the depth is their number; the bytes of the answer are what the heap has grown by
 * after a collection ({@code retained}), or what making them allocated ({@code allocated}).
 */
public final class QueuedPeer {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final EventLoop loop = EventLoop.of("nio");
  private final Aio aio;
  private int done;

  private QueuedPeer() throws Exception {
    AioOptions options = new AioOptions().setEngine(Engine.POOL).setMaxParallel(0);
    aio = Aio.create(loop.vertx(), options);
  }

  /**
   * Runs it.
   *
   * @param args none
   */
  public static void main(String[] args) throws Exception {
    QueuedPeer peer = new QueuedPeer();
    System.out.println("ready");
    Scanner in = new Scanner(System.in);
    while (in.hasNext()) {
      boolean retained = in.next().equals("retained");
      int count = in.nextInt();
      in.nextLong();
      System.out.println(count + " 1 " + peer.bytes(retained, count) + " -1");
    }
    System.exit(0);
  }

  private long bytes(boolean retained, int count) throws Exception {
    long before = heap();
    CompletableFuture<Long> allocated = new CompletableFuture<>();
    loop.execute(() -> allocated.complete(submit(count)));
    long making = allocated.get();
    long grown = heap() - before;
    aio.limits().minParallel(1);
    loop.await(context -> aio.flush());
    aio.limits().maxParallel(0);
    return retained ? grown : making;
  }

  /** On the loop; each request has a listener, as it would in an application. */
  private long submit(int count) {
    long before = THREADS.getThreadAllocatedBytes(loop.threadId());
    Completable<Void> listener = (result, failure) -> done++;
    for (int i = 0; i < count; i++) {
      Future<Void> request = aio.nop();
      request.onComplete(listener);
    }
    return THREADS.getThreadAllocatedBytes(loop.threadId()) - before;
  }

  private static long heap() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
