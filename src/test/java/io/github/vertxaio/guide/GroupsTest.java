package io.github.vertxaio.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioGroup;
import io.github.vertxaio.Errno;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the page {@code groups} shows. */
class GroupsTest {
  @TempDir Path dir;

  @BeforeEach
  void makeTree() throws IOException {
    for (int i = 0; i < 30; i++) {
      Path sub = Files.createDirectories(dir.resolve("d" + i % 6 + "/e" + i % 5 + "/f" + i));
      Files.writeString(sub.resolve("file"), "x".repeat(i));
    }
  }

  // tag::add[]
  static AioGroup<AtomicLong> sizeOf(Aio aio, List<String> paths) {
    AioGroup<AtomicLong> group = aio.group();
    AtomicLong total = new AtomicLong();
    for (String path : paths) {
      group
          .add(aio.stat(path))
          .onSuccess(stat -> total.addAndGet(stat.size()))
          .onFailure(group::fail);
    }
    return group.result(total);
  }

  // end::add[]

  @EverySetup
  void add_completesWhenAllAreDone(Setup setup) {
    List<String> files = Commands.lines("find", dir.toString(), "-type", "f");
    long expected =
        Commands.lines("find", dir.toString(), "-type", "f", "-printf", "%s\\n").stream()
            .mapToLong(Long::parseLong)
            .sum();
    assertEquals(expected, setup.await(() -> sizeOf(setup.aio(), files)).get());
    assertEquals(0, setup.await(() -> sizeOf(setup.aio(), List.of())).get());
    List<String> one = new ArrayList<>(files);
    one.add(dir + "/none");
    setup.fails(Errno.ENOENT, () -> sizeOf(setup.aio(), one));
  }

  // tag::nest[]
  /** Counts what is below a directory: a group for each directory, in that of its parent. */
  static AioGroup<AtomicLong> count(Aio aio, String path) {
    AioGroup<AtomicLong> group = aio.group();
    AtomicLong total = new AtomicLong();
    group
        .add(aio.scandir(path, 0))
        .onSuccess(
            found -> {
              total.addAndGet(found.dirs().size() + found.nondirs().size());
              for (String name : found.dirs()) {
                group
                    .add(count(aio, path + "/" + name))
                    .onSuccess(below -> total.addAndGet(below.get()))
                    .onFailure(group::fail);
              }
            })
        .onFailure(group::fail);
    return group.result(total);
  }

  // end::nest[]

  @EverySetup
  void nest_isWhatFindCounts(Setup setup) {
    int expected =
        Commands.lines("find", dir.toString(), "-mindepth", "1", "-printf", "x\\n").size();
    assertEquals(expected, setup.await(() -> count(setup.aio(), dir.toString())).get());
    setup.fails(Errno.ENOENT, () -> count(setup.aio(), dir + "/none"));
  }

  // tag::cancelSubs[]
  /** The first of several paths that answers; the others are called off. */
  static Future<String> anyOf(Aio aio, List<String> paths) {
    AioGroup<String> group = aio.group();
    for (String path : paths) {
      group.add(aio.stat(path)).onSuccess(stat -> group.result(path).cancelSubs());
    }
    return group;
  }

  // end::cancelSubs[]

  @EverySetup
  void anyOf_isOneThatExists(Setup setup) {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      paths.add(dir + "/none" + i);
    }
    paths.add(10, dir + "/d1");
    assertEquals(dir + "/d1", setup.await(() -> anyOf(setup.aio(), paths)));
    assertEquals(null, setup.await(() -> anyOf(setup.aio(), List.of(dir + "/none"))));
  }

  @EverySetup
  void lastCallOfResultAndFailCounts(Setup setup) {
    Throwable failure = new IllegalStateException("mine");
    setup.fails(IllegalStateException.class, () -> setup.aio().group().result("x").fail(failure));
    assertEquals("x", setup.await(() -> setup.aio().<String>group().fail(failure).result("x")));
  }

  @EverySetup
  void cancel_endsAWholeTree(Setup setup) {
    setup.aio().limits().maxParallel(0);
    Future<?> cancelled =
        setup.onContext(
            () -> {
              AioGroup<AtomicLong> group = count(setup.aio(), dir.toString());
              assertTrue(group.cancel());
              return group;
            });
    setup.fails(CancellationException.class, () -> cancelled);
    setup.aio().limits().minParallel(8);
  }

  @EverySetup
  void group_isUsedFromTheContextThatMadeIt(Setup setup) {
    AioGroup<Void> open = setup.await(() -> Future.succeededFuture(pausedGroup(setup.aio())));
    assertFalse(open.isComplete());
    setup.context().runOnContext(ignored -> open.feed(null));
    Setup.await(open);
  }

  private static AioGroup<Void> pausedGroup(Aio aio) {
    return aio.<Void>group().feed(group -> {}).limit(0);
  }
}
