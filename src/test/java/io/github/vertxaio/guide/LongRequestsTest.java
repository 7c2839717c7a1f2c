package io.github.vertxaio.guide;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioException;
import io.github.vertxaio.AioFile;
import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.InMemory;
import io.github.vertxaio.testing.Mounts;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What the page {@code long-requests} shows. */
class LongRequestsTest {
  @TempDir Path dir;

  @TempDir(factory = InMemory.class)
  Path memory;

  private Path random(int kibibytes) {
    Path path = dir.resolve("random");
    Commands.bytes(
        "dd", "if=/dev/urandom", "of=" + path, "bs=1024", "count=" + kibibytes, "status=none");
    return path;
  }

  // tag::tail[]
  static Future<Buffer> tail(Aio aio, String path, long bytes) {
    return aio.stat(path)
        .compose(stat -> aio.slurp(path, Math.max(0, stat.size() - bytes), 0)); // 0: the rest
  }

  // end::tail[]

  @EverySetup
  void tail_isThatOfTail(Setup setup) {
    String path = random(100).toString();
    for (int bytes : new int[] {1, 5000, 1_000_000}) {
      assertArrayEquals(
          Commands.bytes("tail", "-c", "" + bytes, path),
          setup.await(() -> tail(setup.aio(), path, bytes)).getBytes());
    }
    setup.fails(Errno.EINVAL, () -> setup.aio().slurp(path, -1_000_000, 0));
  }

  @EverySetup
  void load_readsWhatHasAnotherSizeThanItSays(Setup setup) {
    for (String path : List.of("/proc/version", "/sys/kernel/mm/transparent_hugepage/enabled")) {
      if (Files.exists(Path.of(path))) {
        byte[] expected = Commands.bytes("cat", path);
        assertTrue(expected.length != setup.await(() -> setup.aio().stat(path)).size(), path);
        assertArrayEquals(expected, setup.await(() -> setup.aio().load(path)).getBytes(), path);
      }
    }
  }

  // tag::backup[]
  static Future<Void> backup(Aio aio, String path) {
    return aio.nice(4).copy(path, path + "~"); // lets everything else go ahead
  }

  // end::backup[]

  @EverySetup
  void backup_isWhatCpMakes(Setup setup) {
    String path = random(3000).toString();
    Commands.bytes("chmod", "640", path);
    Commands.bytes("touch", "-d", "2001-02-03T04:05:06.789Z", path);
    setup.await(() -> backup(setup.aio(), path));
    Commands.bytes("cp", "-p", path, path + ".cp");
    Commands.bytes("cmp", path, path + "~");
    String format = "%a %u %g %s %.9Y";
    assertEquals(
        Commands.lines("stat", "-c", format, path + ".cp"),
        Commands.lines("stat", "-c", format, path + "~"));
    setup.fails(Errno.EISDIR, () -> backup(setup.aio(), dir.toString()));
  }

  // tag::archive[]
  /** Also to another file system; the source goes when the target is safe. */
  static Future<Void> archive(Aio aio, String path, String directory) {
    return aio.move(path, directory + "/" + path.substring(path.lastIndexOf('/') + 1));
  }

  // end::archive[]

  @EverySetup
  void archive_movesAcrossFileSystems(Setup setup) throws IOException {
    Path path = random(500);
    byte[] contents = Files.readAllBytes(path);
    setup.await(() -> archive(setup.aio(), path.toString(), memory.toString()));
    assertFalse(Files.exists(path));
    assertArrayEquals(contents, Files.readAllBytes(memory.resolve("random")));
    assertEquals(List.of("random"), Commands.lines("ls", "-A", memory.toString()));
    Files.delete(memory.resolve("random"));
  }

  // tag::failures[]
  /** Removes a tree as far as that is possible; gives what was in the way. */
  static Future<List<AioException>> removeTree(Aio aio, String path) {
    return aio.rmtree(path)
        .map(List.<AioException>of())
        .recover(
            e ->
                e instanceof AioException failure && !failure.failures().isEmpty()
                    ? Future.succeededFuture(failure.failures())
                    : Future.failedFuture(e));
  }

  // end::failures[]

  @EverySetup
  void removeTree_removesTheRest(Setup setup) throws IOException {
    Path tree = Files.createDirectories(dir.resolve("tree"));
    Path mounted = Files.createDirectories(tree.resolve("a/mounted"));
    Files.writeString(tree.resolve("file"), "");
    Mounts.tmpfs(mounted, "1m");
    try {
      Files.writeString(mounted.resolve("inside"), "");
      List<AioException> failures = setup.await(() -> removeTree(setup.aio(), tree.toString()));
      assertTrue(
          failures.stream().anyMatch(failure -> failure.paths().get(0).contains("mounted")),
          failures.toString());
      assertEquals(
          List.of("a", "a/mounted", "a/mounted/inside"),
          Commands.lines("find", tree.toString(), "-mindepth", "1", "-printf", "%P\\n"));
    } finally {
      Mounts.unmount(mounted);
    }
    assertEquals(List.of(), setup.await(() -> removeTree(setup.aio(), tree.toString())));
    assertFalse(Files.exists(tree));
    setup.fails(Errno.ENOENT, () -> removeTree(setup.aio(), tree.toString()));
  }

  @EverySetup
  void removeTree_doesNotFollowLinks(Setup setup) throws IOException {
    Path outside = Files.writeString(Files.createDirectory(dir.resolve("o")).resolve("f"), "");
    Path tree = Files.createDirectory(dir.resolve("tree"));
    Files.createSymbolicLink(tree.resolve("link"), dir.resolve("o"));
    setup.await(() -> removeTree(setup.aio(), tree.toString()));
    assertTrue(Files.exists(outside));
    Path link = Files.createSymbolicLink(dir.resolve("link"), dir.resolve("o"));
    setup.fails(Errno.ENOTDIR, () -> removeTree(setup.aio(), link.toString()));
  }

  // tag::sendfile[]
  /** Appends the whole of a file at the position of another, in steps of 64 MiB. */
  static Future<Void> append(AioFile from, long offset, AioFile to) {
    return from.sendfile(to, offset, 64 << 20)
        .compose(sent -> sent == 0 ? Future.succeededFuture() : append(from, offset + sent, to));
  }

  // end::sendfile[]

  @EverySetup
  void sendfile_concatenates(Setup setup) throws IOException {
    Path from = random(2000);
    AioFile source = setup.open(from, Linux.O_RDONLY);
    AioFile target = setup.open(dir.resolve("both"), Linux.O_WRONLY | Linux.O_CREAT);
    setup.await(
        () -> append(source, 0, target).compose(first -> append(source, 1_000_000, target)));
    Commands.bytes(
        "sh",
        "-c",
        "(cat \"$1\"; tail -c +1000001 \"$1\") | cmp - \"$2\"",
        "sh",
        from.toString(),
        dir.resolve("both").toString());
  }
}
