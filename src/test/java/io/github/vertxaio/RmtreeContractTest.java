package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.HalfWay;
import io.github.vertxaio.testing.InMemory;
import io.github.vertxaio.testing.Loops;
import io.github.vertxaio.testing.Mounts;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** rmtree of trees of all shapes, and of what is none. */
class RmtreeContractTest {
  @TempDir Path dir;

  @TempDir(factory = InMemory.class)
  Path memory;

  private Path tree() {
    return dir.resolve("tree");
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private void perl(String script) {
    Commands.assume("perl");
    Commands.bytes("perl", "-e", "chdir shift or die; " + script, dir.toString());
  }

  @EverySetup
  void everythingInIt_isRemoved_andNothingElse(Setup setup) throws IOException {
    Path outside = Files.createDirectories(dir.resolve("outside/sub")).getParent();
    Files.writeString(outside.resolve("file"), "keep");
    Path sub = Files.createDirectories(tree().resolve("a/b/.hidden/c"));
    Files.createDirectories(tree().resolve("empty"));
    Files.writeString(tree().resolve("file"), "x");
    Files.writeString(sub.resolve("file"), "x");
    Files.createLink(sub.resolve("hard"), outside.resolve("file"));
    Files.createSymbolicLink(sub.resolve("link-out"), outside);
    Files.createSymbolicLink(tree().resolve("link-to-file"), outside.resolve("file"));
    Files.createSymbolicLink(tree().resolve("loop"), Path.of("."));
    Files.createSymbolicLink(tree().resolve("dangling"), Path.of("nowhere"));
    Commands.bytes("mkfifo", sub.resolve("pipe").toString());
    perl("mkdir qq(tree/\\xff\\xfe) or die; open F, '>', qq(tree/\\xff\\xfe/\\x80) or die;");
    setup.await(() -> setup.aio().rmtree(tree().toString()));
    assertFalse(exists(tree()));
    assertEquals("keep", Files.readString(outside.resolve("file")));
    assertTrue(exists(outside.resolve("sub")));
  }

  @EverySetup
  void manyLevels_areRemovedWithFewDescriptors(Setup setup) {
    dir = memory;
    makeLevels(200);
    assertRemovedWithFewDescriptors(setup);
  }

  @Test
  void tenThousandLevels_areRemovedWithFewDescriptors() {
    dir = memory;
    makeLevels(10_000);
    try (Setup setup = Setup.of(Loops.NIO, Engine.AUTO).start()) {
      assertRemovedWithFewDescriptors(setup);
    }
  }

  private void makeLevels(int count) {
    perl(
        "mkdir 'tree'; chdir 'tree'; for (1.."
            + count
            + ") { mkdir 'd' or die; chdir 'd' or die }");
  }

  @EverySetup
  void manyDirectoriesOnManyLevels_areRemovedWithFewDescriptors(Setup setup) {
    dir = memory;
    perl(
        "mkdir 'tree'; for my $a (1..6) { mkdir qq(tree/$a); for my $b (1..12) {"
            + " my $d = qq(tree/$a/$b); for (1..$b) { mkdir $d; $d .= '/x' }"
            + " open F, '>', qq(tree/$a/$b/f$_) for 1..5 } }");
    assertRemovedWithFewDescriptors(setup);
  }

  private void assertRemovedWithFewDescriptors(Setup setup) {
    int before = descriptors();
    Future<Void> removal = setup.onContext(() -> setup.aio().rmtree(tree().toString()));
    int most = 0;
    while (!removal.isComplete()) {
      most = Math.max(most, descriptors() - before);
    }
    Setup.await(removal);
    assertFalse(exists(tree()));
    // Some for what the process does beside it.
    assertTrue(most <= 90, most + " descriptors");
  }

  /** How many there are; what they lead to would be too long to be read. */
  private static int descriptors() {
    return new java.io.File("/proc/self/fd").list().length;
  }

  @Test
  void hundredThousandEntries_areRemoved() {
    dir = memory;
    perl(
        "mkdir 'tree'; for (1..100000) { open F, '>', qq(tree/file$_) or die;"
            + " $_ % 200 or mkdir qq(tree/directory$_) or die }");
    try (Setup setup = Setup.of(Loops.NIO, Engine.AUTO).start()) {
      setup.await(() -> setup.aio().rmtree(tree().toString()));
      assertFalse(exists(tree()));
    }
  }

  @EverySetup
  void topThatIsNoDirectory_failsAndStays(Setup setup) throws IOException {
    Path target = Files.createDirectories(dir.resolve("target"));
    Path inside = Files.writeString(target.resolve("file"), "keep");
    String link = Files.createSymbolicLink(dir.resolve("link"), target).toString();
    setup.fails(Errno.ENOTDIR, () -> setup.aio().rmtree(link));
    setup.fails(Errno.ENOTDIR, () -> setup.aio().rmtree(link + "/"));
    setup.fails(Errno.ENOTDIR, () -> setup.aio().rmtree(link + "///"));
    setup.fails(Errno.ENOTDIR, () -> setup.aio().rmtree(inside.toString()));
    setup.fails(Errno.EINVAL, () -> setup.aio().rmtree(target + "/."));
    setup.fails(Errno.EINVAL, () -> setup.aio().rmtree(target + "/../"));
    setup.fails(Errno.EINVAL, () -> setup.aio().rmtree("."));
    setup.fails(Errno.EBUSY, () -> setup.aio().rmtree("//"));
    setup.fails(Errno.ENOENT, () -> setup.aio().rmtree(dir + "/missing"));
    setup.fails(Errno.ENOENT, () -> setup.aio().rmtree(dir + "/missing/sub"));
    AioException failure = setup.fails(Errno.ENOTDIR, () -> setup.aio().rmtree(inside + "/sub"));
    assertEquals("rmtree(\"" + inside + "/sub\"): Not a directory (ENOTDIR)", failure.getMessage());
    assertEquals(List.of(), failure.failures());
    assertEquals("keep", Files.readString(inside));
    assertTrue(exists(Path.of(link)));
  }

  @EverySetup
  void workingDirectory_isWhereItStarts_andCanBeRemovedItself(Setup setup) throws IOException {
    Files.createDirectories(tree().resolve("one/two/three"));
    WorkingDirectory wd = setup.wd(tree());
    setup.await(() -> setup.aio().at(wd).rmtree("one/two/"));
    assertTrue(exists(tree().resolve("one")));
    setup.await(() -> setup.aio().at(wd).rmtree("."));
    assertFalse(exists(tree()));
  }

  @EverySetup
  void mountedFileSystem_staysWithAllAboveIt_andTheRestGoes(Setup setup) throws IOException {
    Commands.assumeRoot("mount a file system");
    Path mount = Files.createDirectories(tree().resolve("above/mount"));
    Files.createDirectories(tree().resolve("above/other"));
    Files.createDirectories(tree().resolve("beside"));
    Mounts.tmpfs(mount, "1m");
    try {
      Files.writeString(mount.resolve("file"), "keep");
      AioException failure = setup.fails(Errno.EXDEV, () -> setup.aio().rmtree(tree().toString()));
      String text = "rmtree(\"" + tree() + "\"): Invalid cross-device link (EXDEV): \"";
      assertEquals(text + mount + "\"", failure.getMessage());
      assertEquals(List.of(mount.toString()), failure.failures().get(0).paths());
      assertEquals("keep", Files.readString(mount.resolve("file")));
      assertEquals(List.of("above"), List.of(tree().toFile().list()));
      assertEquals(List.of("mount"), List.of(tree().resolve("above").toFile().list()));
    } finally {
      Mounts.unmount(mount);
    }
    setup.await(() -> setup.aio().rmtree(tree().toString()));
  }

  @EverySetup
  void failures_areReportedAndTheRestGoes(Setup setup) throws IOException {
    Commands.assumeRoot("make a file immutable");
    Files.createDirectories(tree().resolve("a/b"));
    Files.createDirectories(tree().resolve("c/d"));
    String[] kept = {tree() + "/a/b/kept", tree() + "/c/kept"};
    for (String name : kept) {
      Files.writeString(Path.of(name), "x");
    }
    Commands.Outcome outcome = Commands.outcome(List.of("chattr", "+i", kept[0], kept[1]));
    org.junit.jupiter.api.Assumptions.assumeTrue(outcome.status() == 0, outcome.text());
    try {
      AioException failure = setup.fails(Errno.EPERM, () -> setup.aio().rmtree(tree().toString()));
      assertEquals(2, failure.failures().size(), failure.getMessage());
      assertTrue(failure.getMessage().endsWith("kept\" and 1 more"), failure.getMessage());
      assertEquals(
          List.of(kept),
          failure.failures().stream().map(part -> part.paths().get(0)).sorted().toList());
      assertFalse(exists(tree().resolve("c/d")));
    } finally {
      Commands.bytes("chattr", "-i", kept[0], kept[1]);
    }
  }

  @EverySetup
  void cancelled_endsWithTheRestStillThere(Setup setup) {
    dir = memory;
    perl(
        "mkdir 'tree'; for my $a (1..400) { mkdir qq(tree/$a);"
            + " open F, '>', qq(tree/$a/$_) for 1..50 }");
    HalfWay.cancel(setup, () -> setup.aio().rmtree(tree().toString()), () -> true);
    assertTrue(exists(tree()));
    setup.await(() -> setup.aio().rmtree(tree().toString()));
    assertFalse(exists(tree()));
  }
}
