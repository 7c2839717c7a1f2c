package io.github.vertxaio.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioOptions;
import io.github.vertxaio.Engine;
import io.github.vertxaio.EngineInfo;
import io.github.vertxaio.Stat;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Loops;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.transport.Transport;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page {@code engines} shows. */
class EnginesTest {
  @TempDir Path dir;

  // tag::transport[]
  /** With io_uring where it works, else with epoll, else with NIO. */
  static Vertx open() {
    Transport ring = Transport.IO_URING; // null when its jar is not there
    return ring != null && ring.available()
        ? Vertx.builder().withTransport(ring).build()
        : Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
  }

  // end::transport[]

  @Test
  void transport_isTheBestThatWorks() {
    Vertx vertx = open();
    Aio aio = Aio.create(vertx);
    boolean ring = Transport.IO_URING != null && Transport.IO_URING.available();
    assertEquals(ring, ringIsUsed(vertx, aio), aio.engineInfo()::toString);
    Setup.await(vertx.close());
  }

  /** Whether the ring comes into use; it does so at the first requests of a loop. */
  private static boolean ringIsUsed(Vertx vertx, Aio aio) {
    for (int i = 0; i < 5000 && !aio.engineInfo().ring(); i++) {
      Setup.await(Future.<Stat>future(p -> vertx.runOnContext(v -> aio.stat("/").onComplete(p))));
      if (aio.engineInfo().ready()
          && aio.engineInfo().ringStatus().startsWith("not used: the event loops")) {
        return false;
      }
    }
    return aio.engineInfo().ring();
  }

  @EverySetup
  void info_tellsWhereAndWhy(Setup setup) {
    Aio aio = setup.aio();
    // tag::info[]
    EngineInfo info = aio.engineInfo();
    String reads = info.places().get("read"); // "inline, ring, pool"
    String why = info.ringStatus(); // "used: …", or "not used: …" with the reason
    // end::info[]
    assertTrue(info.ready());
    assertTrue(Set.of("inline, ring, pool", "inline, pool", "ring, pool", "pool").contains(reads));
    assertTrue(why.startsWith(info.ring() ? "used: " : "not used: "), why);
  }

  @ParameterizedTest
  @EnumSource
  void pool_canBeForced(Loops loops) {
    Vertx vertx = loops.open();
    // tag::force[]
    Aio aio = Aio.create(vertx, new AioOptions().setEngine(Engine.POOL));
    // end::force[]
    Setup.await(aio.stat("/"));
    assertEquals(Engine.POOL, aio.engineInfo().engine());
    assertEquals(false, aio.engineInfo().ring());
    Setup.await(vertx.close());
  }

  @Test
  void deniedRing_isReplacedByThePool() {
    Commands.assume("strace");
    List<String> strace = List.of("strace", "-f", "-q", "-o", dir.resolve("log").toString());
    Commands.Outcome probe = Commands.outcome(join(strace, List.of("--seccomp-bpf", "true")));
    Assumptions.assumeTrue(probe.status() == 0, "strace does not work here: " + probe.text());
    List<String> deny =
        List.of(
            "--seccomp-bpf",
            "-e",
            "trace=io_uring_setup",
            "-e",
            "inject=io_uring_setup:error=EPERM");
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            DeniedRing.class.getName());
    Commands.Outcome outcome = Commands.outcome(join(join(strace, deny), java));
    assertEquals(0, outcome.status(), outcome::text);
    assertTrue(outcome.text().contains("root is a directory: true"), outcome.text());
    assertTrue(
        outcome.text().contains("ring not used: the event loops of this transport have none"),
        outcome.text());
    assertTrue(outcome.text().contains("Operation not permitted"), outcome.text());
  }

  private static List<String> join(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** Runs where io_uring is denied. */
  static final class DeniedRing {
    private DeniedRing() {}

    public static void main(String[] args) {
      Vertx vertx = open();
      Aio aio = Aio.create(vertx);
      Future<Stat> root = Future.future(p -> vertx.runOnContext(v -> aio.stat("/").onComplete(p)));
      System.out.println("root is a directory: " + Setup.await(root).isDirectory());
      System.out.println("ring " + aio.engineInfo().ringStatus());
      System.out.println(Transport.IO_URING.unavailabilityCause());
      Setup.await(vertx.close());
    }
  }
}
