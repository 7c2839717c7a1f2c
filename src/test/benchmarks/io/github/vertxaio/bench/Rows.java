package io.github.vertxaio.bench;

import java.util.List;

/** The rows, their contestants and goals. */
final class Rows {
  private static final Integer[] DEPTHS = {1, 32, 256};
  private static final List<Integer> ALL = List.of(DEPTHS);
  private static final List<Integer> DEEP = List.of(32, 256);
  private static final List<String> TRANSPORTS = List.of("nio", "epoll", "io_uring");
  private static final List<String> AUTO = List.of("AUTO");

  /** Our default number, which is also that of IO::AIO. */
  private static final int THREADS = 8;

  private static final int QUEUED = 1_000_000;

  private final Peers peers;

  Rows(Peers peers) {
    this.peers = peers;
  }

  List<Row> all() {
    return List.of(
        read(), nop(1), nop(2), nop(THREADS), stat(), open(), treescan(), queuedMemory());
  }

  private Row read() {
    Row row = Row.of("read", "4 KiB random read, page cache", Unit.OPERATIONS_PER_SECOND, DEPTHS);
    row.with("C loop", peers.c("read"));
    ours(row, "read");
    for (String transport : TRANSPORTS) {
      ours(row, "read-reused", transport, "AUTO", ", own buffer");
    }
    ours(row, "read-reused", "io_uring", "RING", ", own buffer");
    row.with("Vert.x AsyncFile", peers.jvm("read", "vertx"))
        .with("JDK AsynchronousFileChannel", peers.jvm("read", "jdk"))
        .with("jasyncfio", peers.jvm("read", "jasyncfio"))
        .with("fio io_uring", peers.fio())
        .with("Node fs/promises", peers.node("read"));
    ioAio(row, "read");
    return row.goal(new Goal(AUTO, "C loop", List.of(1), 0.7))
        .goal(new Goal(AUTO, "C loop", DEEP, 0.9))
        .goal(new Goal(AUTO, "Vert.x AsyncFile", List.of(1), 12))
        .goal(new Goal(AUTO, "IO::AIO", List.of(1), 12))
        .goal(new Goal(AUTO, "Vert.x AsyncFile", List.of(32), 2))
        .goal(new Goal(AUTO, "IO::AIO", List.of(32), 2));
  }

  private Row nop(int threads) {
    String title = "nop, pool of " + threads + (threads == 1 ? " thread" : " threads");
    Row row = Row.of("nop-" + threads, title, Unit.OPERATIONS_PER_SECOND, DEPTHS);
    for (String transport : TRANSPORTS) {
      row.with(Row.OURS + transport + " POOL", peers.ours("nop", transport, "POOL", threads));
    }
    return row.with("IO::AIO", peers.ioAio("nop", threads))
        .goal(new Goal(List.of("POOL"), "IO::AIO", ALL, 1));
  }

  private Row stat() {
    Row row = Row.of("stat", "stat, cached", Unit.OPERATIONS_PER_SECOND, DEPTHS);
    row.with("C loop", peers.c("stat"));
    ours(row, "stat");
    row.with("Vert.x FileSystem", peers.jvm("stat", "vertx"))
        .with("Node fs/promises", peers.node("stat"));
    return beatsIoAio(row, "stat");
  }

  private Row open() {
    Row row = Row.of("open", "open and close, cached", Unit.OPERATIONS_PER_SECOND, DEPTHS);
    row.with("C loop", peers.c("open"));
    ours(row, "open");
    row.with("Vert.x FileSystem", peers.jvm("open", "vertx"))
        .with("jasyncfio", peers.jvm("open", "jasyncfio"))
        .with("Node fs/promises", peers.node("open"));
    return beatsIoAio(row, "open");
  }

  private Row treescan() {
    return Row.of("treescan", "treescan of a real tree, without output", Unit.SECONDS, 1)
        .with("find", peers.command("find", "findutils", "{tree}", "-false"))
        .with("IO::AIO treescan", peers.command("treescan", "libio-aio-perl", "-q", "{tree}"))
        .with(Row.OURS + "treescan, whole process", peers.treescan(false))
        .with(Row.OURS + "treescan, in-process", peers.treescan(true))
        .goal(new Goal(List.of("whole"), "IO::AIO", List.of(1), 0.5))
        .goal(new Goal(List.of("in-process"), "find", List.of(1), 1));
  }

  private Row queuedMemory() {
    String retained = Row.OURS + "retained";
    return Row.of("queued", "memory of a queued nop", Unit.BYTES, QUEUED)
        .with(retained, peers.queued("retained"))
        .with(Row.OURS + "allocated", peers.queued("allocated"))
        .with("IO::AIO", peers.ioAio("queued", 1))
        .goal(Goal.absolute(List.of("retained"), QUEUED, 200));
  }

  private Row beatsIoAio(Row row, String work) {
    ioAio(row, work);
    return row.goal(new Goal(AUTO, "IO::AIO", List.of(1), 10))
        .goal(new Goal(AUTO, "IO::AIO", DEEP, 1.5));
  }

  private void ours(Row row, String work) {
    for (String transport : TRANSPORTS) {
      ours(row, work, transport, "AUTO", "");
      ours(row, work, transport, "POOL", "");
    }
    ours(row, work, "io_uring", "RING", "");
  }

  private void ours(Row row, String work, String transport, String engine, String suffix) {
    String name = Row.OURS + transport + " " + engine + suffix;
    row.with(name, peers.ours(work, transport, engine, THREADS));
  }

  /** With one thread, which is often its fastest, and with its default. */
  private void ioAio(Row row, String work) {
    row.with("IO::AIO 1 thread", peers.ioAio(work, 1))
        .with("IO::AIO " + THREADS + " threads", peers.ioAio(work, THREADS));
  }
}
