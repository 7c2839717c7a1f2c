package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.HalfWay;
import io.github.vertxaio.testing.Loops;
import io.github.vertxaio.testing.Mounts;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** copy, compared with {@code cp -p}. */
class CopyContractTest {
  private static final long FOUR_GIB = 1L << 32;

  @TempDir Path dir;
  private String source;
  private String target;

  @BeforeEach
  void names() {
    source = dir + "/source";
    target = dir + "/target";
  }

  private void write(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    Files.write(Path.of(source), bytes);
  }

  private void copy(Setup setup) {
    setup.await(() -> setup.aio().copy(source, target));
  }

  private static List<String> attributes(String path) {
    return Commands.lines("stat", "-c", "%a %u %g %s %y %F", path);
  }

  private void assertAsCp() throws IOException {
    String reference = dir + "/reference";
    Commands.bytes("cp", "-p", "--sparse=auto", source, reference);
    assertEquals(attributes(reference), attributes(target));
    assertEquals(-1, Files.mismatch(Path.of(reference), Path.of(target)));
    Files.delete(Path.of(reference));
  }

  @EverySetup
  void contentsAndAttributes_areThoseOfCp(Setup setup) throws IOException {
    for (int size : new int[] {0, 1, 4096, 300_000, 5_000_001}) {
      write(size);
      Commands.bytes("touch", "-d", "2001-02-03 04:05:06.123456789 UTC", source);
      Commands.bytes("chmod", size == 1 ? "0440" : "0751", source);
      copy(setup);
      assertAsCp();
    }
  }

  @EverySetup
  void ownerAndItsIds_areKept(Setup setup) throws IOException {
    Commands.assumeRoot("give a file to somebody else");
    write(10);
    Commands.bytes("chown", "12:34", source);
    Commands.bytes("chmod", "6755", source);
    copy(setup);
    assertAsCp();
  }

  @EverySetup
  void existingTarget_isReplacedByTheContents(Setup setup) throws IOException {
    write(10);
    Files.writeString(Path.of(target), "something longer than the source");
    Files.createLink(dir.resolve("other-name"), Path.of(target));
    copy(setup);
    assertAsCp();
    assertEquals(-1, Files.mismatch(Path.of(source), dir.resolve("other-name")));
    Path link = Files.createSymbolicLink(dir.resolve("link"), Path.of("target"));
    write(20);
    setup.await(() -> setup.aio().copy(source, link.toString()));
    assertEquals(20, Files.size(Path.of(target)));
    assertTrue(Files.isSymbolicLink(link));
  }

  @EverySetup
  void filesWithoutSize_areCopiedWhole(Setup setup) throws IOException {
    for (String name : List.of("/proc/version", "/proc/filesystems", "/proc/self/limits")) {
      setup.await(() -> setup.aio().copy(name, target));
      assertArrayEquals(Files.readAllBytes(Path.of(name)), Files.readAllBytes(Path.of(target)));
    }
  }

  @EverySetup
  void holesAndWhatIsBeyondFourGib_areKept(Setup setup) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(source, "rw")) {
      file.setLength(FOUR_GIB + (64 << 20));
      for (long at : new long[] {0, 1 << 20, FOUR_GIB - 3, FOUR_GIB + (1 << 20)}) {
        file.seek(at);
        file.write("data around here".getBytes());
      }
    }
    copy(setup);
    assertEquals(attributes(source), attributes(target));
    long used = Long.parseLong(Commands.lines("stat", "-c", "%b", target).get(0));
    assertTrue(used <= 8 * 8, used + " blocks are used");
    try (RandomAccessFile file = new RandomAccessFile(target, "r")) {
      byte[] read = new byte[16];
      for (long at : new long[] {0, 1 << 20, FOUR_GIB - 3, FOUR_GIB + (1 << 20)}) {
        file.seek(at);
        file.readFully(read);
        assertEquals("data around here", new String(read), "at " + at);
      }
    }
  }

  @EverySetup
  void sameFile_failsEINVALAndStays(Setup setup) throws IOException {
    write(10);
    byte[] before = Files.readAllBytes(Path.of(source));
    Path hard = Files.createLink(dir.resolve("hard"), Path.of(source));
    Path link = Files.createSymbolicLink(dir.resolve("link"), Path.of("source"));
    for (String same : List.of(source, hard.toString(), link.toString())) {
      AioException failure = setup.fails(Errno.EINVAL, () -> setup.aio().copy(source, same));
      String text = "): Invalid argument (EINVAL): source and target are the same file";
      assertEquals("copy(\"" + source + "\", \"" + same + "\"" + text, failure.getMessage());
      setup.fails(Errno.EINVAL, () -> setup.aio().copy(same, source));
    }
    assertArrayEquals(before, Files.readAllBytes(Path.of(source)));
  }

  @EverySetup
  void whatCannotBeCopied_failsAndLeavesNothing(Setup setup) throws IOException {
    write(10);
    setup.fails(Errno.EISDIR, () -> setup.aio().copy(dir.toString(), target));
    setup.fails(Errno.EISDIR, () -> setup.aio().copy(source, dir.toString()));
    setup.fails(Errno.ENOENT, () -> setup.aio().copy(dir + "/missing", target));
    setup.fails(Errno.ENOENT, () -> setup.aio().copy(source, dir + "/missing/target"));
    Path dangling = Files.createSymbolicLink(dir.resolve("dangling"), Path.of("nowhere"));
    setup.fails(Errno.ENOENT, () -> setup.aio().copy(source, dangling.toString()));
    assertTrue(Files.isSymbolicLink(dangling));
    // Reading fails after the target was made.
    setup.fails(Errno.EIO, () -> setup.aio().copy("/proc/self/mem", target));
    assertFalse(Files.exists(Path.of(target)));
  }

  @EverySetup
  void deviceAsTarget_keepsItsAttributes(Setup setup) throws IOException {
    write(10);
    List<String> before = Commands.lines("stat", "-c", "%a %u %g", "/dev/null");
    setup.await(() -> setup.aio().copy(source, "/dev/null"));
    setup.fails(Errno.ENOSPC, () -> setup.aio().copy(source, "/dev/full"));
    assertEquals(before, Commands.lines("stat", "-c", "%a %u %g", "/dev/null"));
    assertTrue(Files.exists(Path.of("/dev/full")));
  }

  @EverySetup
  void fullFileSystem_leavesNoPartOfTheCopy(Setup setup) throws IOException {
    write(3_000_000);
    Path small = Files.createDirectory(dir.resolve("small"));
    Mounts.tmpfs(small, "1m");
    try {
      String created = small + "/created";
      setup.fails(Errno.ENOSPC, () -> setup.aio().copy(source, created));
      assertFalse(Files.exists(Path.of(created)));
      Path emptied = Files.writeString(small.resolve("emptied"), "x");
      Path other = Files.createLink(small.resolve("other"), emptied);
      setup.fails(Errno.ENOSPC, () -> setup.aio().copy(source, emptied.toString()));
      assertFalse(Files.exists(emptied));
      assertEquals(0, Files.size(other));
      Path link = Files.createSymbolicLink(small.resolve("link"), other);
      setup.fails(Errno.ENOSPC, () -> setup.aio().copy(source, link.toString()));
      assertTrue(Files.isSymbolicLink(link));
      assertEquals(0, Files.size(other));
      write(500_000);
      setup.await(() -> setup.aio().copy(source, created));
      assertEquals(-1, Files.mismatch(Path.of(source), Path.of(created)));
    } finally {
      Mounts.unmount(small);
    }
  }

  @EverySetup
  void cancelled_removesTheTarget(Setup setup) {
    HalfWay.cancel(
        setup, () -> setup.aio().copy("/dev/zero", target), () -> Files.exists(Path.of(target)));
    assertFalse(Files.exists(Path.of(target)));
  }

  @EverySetup
  void workingDirectory_isWhereBothStart(Setup setup) throws IOException {
    write(10);
    WorkingDirectory wd = setup.wd(dir);
    setup.await(() -> setup.aio().at(wd).copy("source", "target"));
    assertAsCp();
  }

  @Test
  void closedEngine_removesTheTargetToo() throws Exception {
    Vertx vertx = Loops.NIO.open();
    Aio aio = Aio.create(vertx);
    AioRequest<Void> copy = aio.copy("/dev/zero", target);
    while (!Files.exists(Path.of(target)) || Files.size(Path.of(target)) == 0) {
      Thread.sleep(1);
    }
    Setup.await(aio.close());
    assertInstanceOf(IllegalStateException.class, copy.cause());
    assertFalse(Files.exists(Path.of(target)));
    Setup.await(vertx.close());
  }
}
