package io.github.vertxaio.bench.peer;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** AsynchronousFileChannel of the JDK, with the threads it makes by default. */
final class JdkPeer implements Peer {
  private final AsynchronousFileChannel channel;

  JdkPeer(TestData data) throws Exception {
    channel = AsynchronousFileChannel.open(data.data(), StandardOpenOption.READ);
  }

  @Override
  public Supplier<Slot> slots(String work) {
    if (!work.equals("read")) {
      throw new IllegalArgumentException(work);
    }
    return Read::new;
  }

  @Override
  public Executor starter() {
    return Runnable::run;
  }

  @Override
  public long loopThread() {
    return -1;
  }

  private final class Read extends Slot implements CompletionHandler<Integer, Void> {
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(TestData.BLOCK);

    @Override
    void submit() {
      channel.read(buffer.clear(), TestData.offset(this), null, this);
    }

    @Override
    public void completed(Integer count, Void attachment) {
      complete(count, null);
    }

    @Override
    public void failed(Throwable failure, Void attachment) {
      complete(null, failure);
    }
  }
}
