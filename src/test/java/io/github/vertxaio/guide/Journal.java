package io.github.vertxaio.guide;

// tag::verticle[]
import io.github.vertxaio.Aio;
import io.github.vertxaio.AioFile;
import io.github.vertxaio.Linux;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.Message;

/** Appends each message to a file, and answers when the device has it. */
public class Journal extends VerticleBase {
  private final String path;
  private AioFile file;

  public Journal(String path) {
    this.path = path;
  }

  @Override
  public Future<?> start() {
    return Aio.create(vertx)
        .open(path, Linux.O_WRONLY | Linux.O_CREAT | Linux.O_APPEND, 0644)
        .compose(
            opened -> {
              file = opened;
              return vertx.eventBus().consumer("journal", this::append).completion();
            });
  }

  private void append(Message<String> message) {
    file.writeFully(0, Buffer.buffer(message.body() + "\n"))
        .compose(written -> file.fdatasync())
        .onSuccess(synced -> message.reply("kept"))
        .onFailure(e -> message.fail(1, e.getMessage()));
  }

  @Override
  public Future<?> stop() {
    return file.close();
  }

  public static void main(String[] args) {
    Vertx vertx = Vertx.vertx();
    vertx
        .deployVerticle(new Journal("journal.txt"))
        .compose(id -> vertx.eventBus().request("journal", "hello"))
        .onSuccess(reply -> System.out.println(reply.body()))
        .onFailure(e -> System.err.println(e.getMessage()))
        .eventually(vertx::close);
  }
}
// end::verticle[]
