package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.HalfWay;
import io.github.vertxaio.testing.InMemory;
import io.github.vertxaio.testing.Mounts;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** move within a file system, and to another one. */
class MoveContractTest {
  @TempDir Path dir;

  @TempDir(factory = InMemory.class)
  Path elsewhere;

  private Path source;
  private Path target;

  @BeforeEach
  void names() {
    source = dir.resolve("source");
    target = elsewhere.resolve("target");
  }

  private void assumeTwoFileSystems() throws IOException {
    assumeTrue(
        !Files.getFileStore(dir).equals(Files.getFileStore(elsewhere)),
        "there is no file system in memory at /dev/shm");
  }

  private byte[] write(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    Files.write(source, bytes);
    return bytes;
  }

  private void move(Setup setup) {
    setup.await(() -> setup.aio().move(source.toString(), target.toString()));
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static List<String> attributes(Path path) {
    return Commands.lines("stat", "-c", "%a %u %g %s %y %F", path.toString());
  }

  private void assertNothingElseThere(String... names) {
    assertEquals(
        List.of(names), java.util.Arrays.stream(elsewhere.toFile().list()).sorted().toList());
  }

  @EverySetup
  void withinAFileSystem_itIsRename(Setup setup) throws IOException {
    write(10);
    target = dir.resolve("target");
    Object inode = Files.getAttribute(source, "unix:ino");
    move(setup);
    assertEquals(inode, Files.getAttribute(target, "unix:ino"));
    assertFalse(exists(source));
    Path sub = Files.createDirectories(dir.resolve("directory/sub"));
    setup.await(() -> setup.aio().move(sub.getParent().toString(), dir + "/moved"));
    assertTrue(exists(dir.resolve("moved/sub")));
    setup.fails(Errno.ENOENT, () -> setup.aio().move(source.toString(), target.toString()));
  }

  @EverySetup
  void toAnotherFileSystem_allIsKept(Setup setup) throws IOException {
    assumeTwoFileSystems();
    for (int size : new int[] {0, 1, 300_000, 3_000_001}) {
      byte[] bytes = write(size);
      Commands.bytes("touch", "-d", "2001-02-03 04:05:06.123456789 UTC", source.toString());
      if (Commands.isRoot()) {
        Commands.bytes("chown", "12:34", source.toString());
      }
      Commands.bytes("chmod", "6451", source.toString());
      List<String> before = attributes(source);
      move(setup);
      assertEquals(before, attributes(target));
      assertArrayEquals(bytes, Files.readAllBytes(target));
      assertFalse(exists(source));
      assertNothingElseThere("target");
    }
  }

  @EverySetup
  void extendedAttributes_areKept(Setup setup) throws IOException {
    assumeTwoFileSystems();
    Commands.assume("setfattr");
    write(10);
    String there = Files.writeString(elsewhere.resolve("probe"), "x").toString();
    for (String name : List.of(there, source.toString())) {
      Commands.Outcome set =
          Commands.outcome(List.of("setfattr", "-n", "user.one", "-v", "first", name));
      assumeTrue(set.status() == 0, set.text());
    }
    Files.delete(Path.of(there));
    Commands.bytes("setfattr", "-n", "user.two", "-v", "0x00ff10", source.toString());
    Commands.bytes("chmod", "0400", source.toString());
    List<String> before = Commands.lines("getfattr", "-d", "--absolute-names", source.toString());
    move(setup);
    List<String> after = Commands.lines("getfattr", "-d", "--absolute-names", target.toString());
    assertEquals(4, after.size(), after::toString);
    assertEquals(before.subList(1, 4), after.subList(1, 4));
  }

  @EverySetup
  void attributeThatCannotBeKept_failsAndTheSourceStays(Setup setup) throws IOException {
    Commands.assumeRoot("mount a file system");
    Commands.assume("setfattr");
    Path ramfs = Files.createDirectory(dir.resolve("ramfs"));
    Commands.bytes("mount", "-t", "ramfs", "ramfs", ramfs.toString());
    try {
      write(10);
      Commands.bytes("setfattr", "-n", "user.one", "-v", "first", source.toString());
      String to = ramfs + "/target";
      setup.fails(Errno.EOPNOTSUPP, () -> setup.aio().move(source.toString(), to));
      assertEquals(10, Files.size(source));
      assertEquals(0, ramfs.toFile().list().length);
    } finally {
      Mounts.unmount(ramfs);
    }
  }

  @EverySetup
  void holes_areKept(Setup setup) throws IOException {
    assumeTwoFileSystems();
    try (RandomAccessFile file = new RandomAccessFile(source.toFile(), "rw")) {
      file.setLength((1L << 32) + 10);
      file.seek(1L << 31);
      file.write(1);
    }
    List<String> before = attributes(source);
    move(setup);
    assertEquals(before, attributes(target));
    long used = Long.parseLong(Commands.lines("stat", "-c", "%b", target.toString()).get(0));
    assertTrue(used <= 64, used + " blocks are used");
  }

  @EverySetup
  void symbolicLink_isMovedItself(Setup setup) throws IOException {
    assumeTwoFileSystems();
    Files.createSymbolicLink(source, Path.of("nowhere at all"));
    List<String> before = attributes(source);
    Files.writeString(target, "is replaced");
    move(setup);
    assertEquals(Path.of("nowhere at all"), Files.readSymbolicLink(target));
    assertEquals(before, attributes(target));
    assertFalse(exists(source));
    assertNothingElseThere("target");
  }

  @EverySetup
  void existingTarget_isReplacedAtOnce(Setup setup) throws IOException {
    assumeTwoFileSystems();
    byte[] bytes = write(1000);
    Files.writeString(target, "old");
    Path other = Files.createLink(elsewhere.resolve("other"), target);
    move(setup);
    assertArrayEquals(bytes, Files.readAllBytes(target));
    assertEquals("old", Files.readString(other));
  }

  @EverySetup
  void whatCannotBeMoved_failsAndBothStay(Setup setup) throws IOException {
    assumeTwoFileSystems();
    String there = target.toString();
    Path sub = Files.createDirectories(dir.resolve("directory/sub")).getParent();
    AioException failure = setup.fails(Errno.EXDEV, () -> setup.aio().move(sub.toString(), there));
    assertTrue(
        failure
            .getMessage()
            .endsWith(": only files and symbolic links are moved to another file" + " system"));
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    setup.fails(Errno.EXDEV, () -> setup.aio().move(pipe.toString(), there));
    write(10);
    setup.fails(Errno.ENOTDIR, () -> setup.aio().move(source.toString(), there + "/"));
    setup.fails(Errno.ENOENT, () -> setup.aio().move(source.toString(), there + "/x/y"));
    Files.createDirectory(target);
    setup.fails(Errno.EISDIR, () -> setup.aio().move(source.toString(), there));
    assertEquals(10, Files.size(source));
    assertTrue(exists(pipe) && exists(sub.resolve("sub")));
    assertNothingElseThere("target");
  }

  @EverySetup
  void fullFileSystem_leavesBothAsTheyWere(Setup setup) throws IOException {
    write(3_000_000);
    Path small = Files.createDirectory(dir.resolve("small"));
    Mounts.tmpfs(small, "1m");
    try {
      Path old = Files.writeString(small.resolve("old"), "old");
      setup.fails(Errno.ENOSPC, () -> setup.aio().move(source.toString(), old.toString()));
      assertEquals("old", Files.readString(old));
      assertEquals(1, small.toFile().list().length);
      assertEquals(3_000_000, Files.size(source));
    } finally {
      Mounts.unmount(small);
    }
  }

  @EverySetup
  void sameFileByTwoMounts_isNotLost(Setup setup) throws IOException {
    Commands.assumeRoot("mount a directory twice");
    byte[] bytes = write(10);
    Path twin = Files.createDirectory(dir.resolve("twin"));
    Commands.bytes("mount", "--bind", dir.toString(), twin.toString());
    try {
      String same = twin + "/source";
      setup.fails(Errno.EINVAL, () -> setup.aio().move(source.toString(), same));
      assertArrayEquals(bytes, Files.readAllBytes(source));
    } finally {
      Mounts.unmount(twin);
    }
  }

  @EverySetup
  void cancelled_isDoneWhollyOrNotAtAll(Setup setup) throws IOException {
    assumeTwoFileSystems();
    try (RandomAccessFile file = new RandomAccessFile(source.toFile(), "rw")) {
      file.setLength(1L << 42);
      // Data at every few megabytes, so that there is always a next step.
      for (long at = 0; at < 1L << 34; at += 1L << 23) {
        file.seek(at);
        file.write(1);
      }
    }
    HalfWay.cancel(
        setup,
        () -> setup.aio().move(source.toString(), target.toString()),
        () -> elsewhere.toFile().list().length > 0);
    // It may have come to its end before it was told.
    if (exists(source)) {
      assertNothingElseThere();
    } else {
      assertNothingElseThere("target");
      assertEquals(1L << 42, Files.size(target));
    }
  }
}
