package io.github.vertxaio.impl.vertx;

import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.Sqe;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEvent;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.uring.IoUringIoEvent;
import io.netty.channel.uring.IoUringIoHandle;
import io.netty.channel.uring.IoUringIoOps;

/**
 * The io_uring of an event loop, as Netty lends it: entries go in, completions come out, both on
 * the loop. The only class that names Netty's io_uring, so that it is loaded only where that is.
 */
public final class LoopRing implements IoUringIoHandle, Ring {
  /** The tag of cancellations, whose own completions mean nothing. */
  private static final short CANCELLATION = Short.MAX_VALUE;

  private final Listener listener;
  private IoRegistration registration;

  private LoopRing(Listener listener) {
    this.listener = listener;
  }

  static boolean fits(IoEventLoop loop) {
    return loop.isCompatible(IoUringIoHandle.class);
  }

  /** Registers with a loop; from its thread. */
  public static void open(EventLoop loop, Listener listener) {
    LoopRing ring = new LoopRing(listener);
    ((IoEventLoop) loop)
        .register(ring)
        .addListener(
            (io.netty.util.concurrent.Future<IoRegistration> done) -> {
              if (done.isSuccess()) {
                ring.registration = done.getNow();
                listener.opened(ring);
              } else {
                listener.failed(done.cause());
              }
            });
  }

  @Override
  public long submit(Sqe sqe, int tag) {
    return registration.submit(
        new IoUringIoOps(
            sqe.opcode(),
            sqe.flags(),
            (short) 0,
            sqe.fd(),
            sqe.off(),
            sqe.addr(),
            sqe.len(),
            sqe.callFlags(),
            (long) tag,
            (short) 0,
            (short) 0,
            0,
            0L));
  }

  @Override
  public void cancel(long id) {
    registration.submit(
        new IoUringIoOps(
            (byte) Linux.IORING_OP_ASYNC_CANCEL,
            (byte) 0,
            (short) 0,
            -1,
            0L,
            id,
            0,
            0,
            (long) CANCELLATION,
            (short) 0,
            (short) 0,
            0,
            0L));
  }

  @Override
  public void leave() {
    registration.cancel();
  }

  @Override
  public void handle(IoRegistration source, IoEvent event) {
    IoUringIoEvent completion = (IoUringIoEvent) event;
    if (completion.userData() != CANCELLATION) {
      listener.completed((int) completion.userData(), completion.res());
    }
  }

  @Override
  public void close() {
    listener.closing();
    registration.cancel();
  }

  @Override
  public void unregistered() {
    listener.closed();
  }
}
