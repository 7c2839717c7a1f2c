package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Sockets send what regions hold: the transports of Netty find no address, and copy. */
class RegionSocketContractTest {
  private static final int LENGTH = 300_000;

  @TempDir Path dir;

  @EverySetup
  void netSocket_sendsMemoryAndFiles(Setup setup) throws Exception {
    Path file = Files.writeString(dir.resolve("file"), "f".repeat(LENGTH));
    AioFile open = setup.open(file, Linux.O_RDONLY);
    MappedRegion mapped = setup.map(() -> open.mmap(0, LENGTH, Linux.PROT_READ, Linux.MAP_SHARED));
    MappedRegion memory =
        setup.map(
            () -> setup.aio().mmap(LENGTH, Linux.PROT_READ | Linux.PROT_WRITE, Linux.MAP_PRIVATE));
    memory.buffer().setString(0, "m".repeat(LENGTH));
    assertEquals("f".repeat(LENGTH) + "m".repeat(LENGTH), sent(setup, mapped, memory));
    // Sending has released nothing but the view.
    assertEquals('m', memory.buffer().getByte(LENGTH - 1));
  }

  private static String sent(Setup setup, MappedRegion... regions) {
    Promise<Buffer> received = Promise.promise();
    NetServer server = setup.vertx().createNetServer();
    NetClient client = setup.vertx().createNetClient();
    Buffer all = Buffer.buffer();
    server.connectHandler(
        socket -> {
          socket.handler(all::appendBuffer);
          socket.endHandler(end -> received.complete(all));
        });
    try {
      Setup.await(
          server
              .listen(0, "localhost")
              .compose(listening -> client.connect(listening.actualPort(), "localhost"))
              .compose(
                  socket -> {
                    Future<Void> last = Future.succeededFuture();
                    for (MappedRegion region : regions) {
                      last = socket.write(region.buffer());
                    }
                    return last.compose(done -> socket.close());
                  }));
      return Setup.await(received.future()).toString();
    } finally {
      Setup.await(Future.join(client.close(), server.close()));
    }
  }
}
