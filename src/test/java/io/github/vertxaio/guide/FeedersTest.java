package io.github.vertxaio.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioFile;
import io.github.vertxaio.AioGroup;
import io.github.vertxaio.Linux;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.WriteStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** What the page {@code feeders} shows. */
class FeedersTest {
  @TempDir Path dir;

  // tag::feed[]
  /** The sizes of any number of files, with 32 requests at a time. */
  static AioGroup<AtomicLong> sizeOf(Aio aio, Iterator<String> paths) {
    AtomicLong total = new AtomicLong();
    AioGroup<AtomicLong> group = aio.group();
    return group
        .result(total)
        .limit(32)
        .feed(
            fed -> {
              if (paths.hasNext()) {
                fed.add(aio.stat(paths.next()))
                    .onSuccess(stat -> total.addAndGet(stat.size()))
                    .onFailure(fed::fail);
              }
            });
  }

  // end::feed[]

  @EverySetup
  void feed_keepsToItsLimit(Setup setup) throws Exception {
    String path = Files.writeString(dir.resolve("f"), "12345").toString();
    int[] most = {0};
    Iterator<String> paths =
        IntStream.range(0, 3000)
            .mapToObj(
                i -> {
                  most[0] = Math.max(most[0], setup.aio().nreqs());
                  return path;
                })
            .iterator();
    assertEquals(15_000, setup.await(() -> sizeOf(setup.aio(), paths)).get());
    // The group counts as a request, and so may one whose handlers are running.
    assertTrue(most[0] <= 34, "outstanding: " + most[0]);
  }

  @EverySetup
  void limitOfOne_isALoopWithoutAnEndInSight(Setup setup) {
    int[] steps = {0};
    int[] active = {0};
    setup.await(
        () ->
            setup
                .aio()
                .<Void>group()
                .limit(1)
                .feed(
                    fed -> {
                      assertEquals(0, active[0]);
                      if (steps[0]++ < 10_000) {
                        active[0]++;
                        fed.add(setup.aio().nop()).onComplete(done -> active[0]--);
                      }
                    }));
    assertEquals(10_001, steps[0]);
  }

  // tag::stream[]
  /** Sends a file to a stream, at the pace at which that takes it; once. */
  static final class Sender {
    private final AioFile file;
    private final WriteStream<Buffer> out;
    private final AioGroup<Void> group;
    private long offset;
    private boolean ended;

    Sender(Aio aio, AioFile file, WriteStream<Buffer> out) {
      this.file = file;
      this.out = out;
      group = aio.group();
    }

    Future<Void> send() {
      out.exceptionHandler(this::fail);
      out.drainHandler(drained -> group.limit(1));
      return group.limit(1).feed(this::read); // a loop: one read after the other
    }

    private void read(AioGroup<Void> fed) {
      if (!ended) {
        fed.add(file.read(offset, 65_536)).onSuccess(this::write).onFailure(this::fail);
      }
    }

    private void write(Buffer data) {
      ended |= data.length() == 0;
      if (!ended) {
        offset += data.length();
        out.write(data).onFailure(this::fail);
        if (out.writeQueueFull()) {
          group.limit(0); // pauses, until the stream is drained or fails
        }
      }
    }

    private void fail(Throwable e) {
      ended = true;
      group.fail(e).limit(1);
    }
  }

  // end::stream[]

  private static HttpServer serve(Setup setup, AioFile file, Promise<Void> outcome) {
    HttpServer server = setup.vertx().createHttpServer();
    server.requestHandler(
        request -> {
          HttpServerResponse response = request.response().setChunked(true);
          new Sender(setup.aio(), file, response)
              .send()
              .onSuccess(done -> response.end())
              .onComplete(outcome);
        });
    return Setup.await(server.listen(0, "127.0.0.1"));
  }

  private static Future<HttpClientResponse> get(HttpClient client, HttpServer server) {
    return client
        .request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/")
        .compose(HttpClientRequest::send);
  }

  private AioFile mebibytes(Setup setup, int count) {
    Path path = dir.resolve("big");
    Commands.bytes("dd", "if=/dev/urandom", "of=" + path, "bs=1M", "count=" + count, "status=none");
    return setup.open(path, Linux.O_RDONLY);
  }

  @EverySetup
  void stream_sendsAFileOverHttp(Setup setup) throws Exception {
    AioFile file = mebibytes(setup, 4);
    Promise<Void> outcome = Promise.promise();
    HttpServer server = serve(setup, file, outcome);
    HttpClient client = setup.vertx().createHttpClient();
    Buffer received = Setup.await(get(client, server).compose(HttpClientResponse::body));
    assertEquals(Buffer.buffer(Files.readAllBytes(Path.of(file.path()))), received);
    Setup.await(outcome.future());
    Setup.await(client.close());
    Setup.await(server.close());
  }

  @EverySetup
  void stream_whoseReaderGoes_failsAndHoldsNothing(Setup setup) {
    AioFile file = mebibytes(setup, 32);
    Promise<Void> outcome = Promise.promise();
    HttpServer server = serve(setup, file, outcome);
    HttpClient client = setup.vertx().createHttpClient();
    Setup.await(
        get(client, server)
            .compose(
                response -> {
                  response.pause(); // so that the sender pauses too, now or a little later
                  return setup.vertx().timer(50).compose(fired -> reset(response));
                }));
    Throwable failure = assertThrows(Exception.class, () -> Setup.await(outcome.future()));
    assertTrue(failure instanceof IOException || failure instanceof VertxException, "" + failure);
    Setup.await(client.close());
    Setup.await(server.close());
  }

  private static Future<Void> reset(HttpClientResponse response) {
    return response.request().connection().close();
  }

  // tag::backpressure[]
  /** Removes files without an end in sight; made and used on one context. */
  static final class Remover {
    private final Aio aio;
    private final Iterator<String> paths;

    Remover(Aio aio, Iterator<String> paths) {
      this.aio = aio;
      this.paths = paths;
    }

    void run() {
      while (paths.hasNext()) {
        Future<Void> room = aio.backpressure();
        if (!room.isComplete()) {
          room.onSuccess(there -> run());
          return;
        }
        aio.unlink(paths.next());
      }
    }
  }

  // end::backpressure[]

  @EverySetup
  void backpressure_boundsWhatIsOutstanding(Setup setup) throws Exception {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      paths.add(Files.createFile(dir.resolve("f" + i)).toString());
    }
    int[] most = {0};
    Promise<Void> all = Promise.promise();
    Iterator<String> counting =
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            if (next == paths.size()) {
              all.tryComplete();
            }
            return next < paths.size();
          }

          @Override
          public String next() {
            most[0] = Math.max(most[0], setup.aio().nreqs());
            return paths.get(next++);
          }
        };
    setup.aio().limits().maxOutstanding(10);
    setup.context().runOnContext(ignored -> new Remover(setup.aio(), counting).run());
    Setup.await(all.future());
    Setup.await(setup.aio().flush());
    assertTrue(most[0] < 10, "outstanding: " + most[0]);
    assertEquals(List.of(), Commands.lines("ls", "-A", dir.toString()));
  }

  @EverySetup
  void pausedGroupStaysOpen(Setup setup) {
    List<AioGroup<Void>> groups = new ArrayList<>();
    setup.await(
        () -> {
          AioGroup<Void> group = setup.aio().group();
          groups.add(group.feed(fed -> {}).limit(0));
          return setup.aio().nop();
        });
    setup.await(() -> setup.aio().nop());
    assertFalse(groups.get(0).isComplete());
    setup.context().runOnContext(ignored -> groups.get(0).limit(1));
    Setup.await(groups.get(0));
  }
}
