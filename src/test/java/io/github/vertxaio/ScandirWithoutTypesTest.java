package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.ChildJvm;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Scenario;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** scandir and readdirx on a file system that does not tell the types of its entries. */
class ScandirWithoutTypesTest {
  @TempDir static Path temporary;

  private static Path mount;

  /** An ext4 image without the feature that keeps types in directories, on a loop device. */
  @BeforeAll
  static void mountImage() throws IOException {
    Commands.assumeRoot("mount a file system");
    Commands.assume("mkfs.ext4");
    Path image = temporary.resolve("image");
    Commands.bytes("truncate", "-s", "16M", image.toString());
    Commands.bytes("mkfs.ext4", "-q", "-O", "^filetype", image.toString());
    Path point = Files.createDirectory(temporary.resolve("mnt"));
    Commands.Outcome outcome =
        Commands.outcome(List.of("mount", "-o", "loop", image.toString(), point.toString()));
    if (outcome.status() != 0) {
      throw new TestAbortedException("a loop device cannot be mounted here: " + outcome.text());
    }
    mount = point;
    for (Path path : List.of(temporary, mount)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    fill();
  }

  private static void fill() throws IOException {
    Path mixed = Files.createDirectory(mount.resolve("mixed"));
    for (int i = 0; i < 50; i++) {
      Files.createDirectory(mixed.resolve("dir" + i));
      Files.createFile(mixed.resolve("file" + i + ".txt"));
      Files.createFile(mixed.resolve("f" + i));
    }
    Files.createDirectory(mixed.resolve(".hidden"));
    Files.createDirectory(mixed.resolve("dir.with.dots"));
    Files.createSymbolicLink(mixed.resolve("link-to-dir"), Path.of("dir1"));
    Files.createSymbolicLink(mixed.resolve("link-to-file"), Path.of("f1"));
    Files.createSymbolicLink(mixed.resolve("dangling"), Path.of("nowhere"));
    Files.createSymbolicLink(mixed.resolve("circle"), Path.of("circle"));
    Commands.bytes("mkfifo", mixed.resolve("pipe").toString());
    Path files = Files.createDirectory(mount.resolve("files"));
    Files.createFile(files.resolve("a"));
    Files.createFile(files.resolve("b"));
    Files.createDirectories(mount.resolve("dirs/x"));
    Files.createDirectories(mount.resolve("dirs/y"));
    Files.createDirectory(mount.resolve("empty"));
    Path shut = Files.createDirectory(mount.resolve("shut"));
    Files.createDirectories(shut.resolve("inside"));
    Files.createFile(shut.resolve("file"));
    Files.setPosixFilePermissions(
        Files.createDirectory(mixed.resolve("nobody-enters")),
        PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rw-r--r--"));
  }

  @AfterAll
  static void unmount() {
    if (mount != null) {
      Commands.bytes("umount", mount.toString());
    }
  }

  private static final List<String> DIRECTORIES = List.of("mixed", "files", "dirs", "empty", ".");

  @EverySetup
  void justChanged_isSeparatedAsFindDoes(Setup setup) {
    for (String name : DIRECTORIES) {
      String path = mount + "/" + name;
      Commands.bytes("touch", path);
      for (int requests : new int[] {0, 1, 100}) {
        ScandirContractTest.assertAsFind(
            path, setup.await(() -> setup.aio().scandir(path, requests)));
      }
    }
  }

  @EverySetup
  void unchangedForLong_isSeparatedAsFindDoes(Setup setup) {
    for (String name : DIRECTORIES) {
      String path = mount + "/" + name;
      // Then the link count may be believed.
      Commands.bytes("touch", "-d", "2020-01-01", path);
      for (int requests : new int[] {0, 1, 100}) {
        ScandirContractTest.assertAsFind(
            path, setup.await(() -> setup.aio().scandir(path, requests)));
      }
    }
  }

  @EverySetup
  void inAWorkingDirectory_isSeparatedAsFindDoes(Setup setup) {
    Aio there = setup.aio().at(setup.wd(mount));
    ScandirContractTest.assertAsFind(
        mount + "/mixed", setup.await(() -> there.scandir("mixed", 0)));
    setup.fails(Errno.ENOENT, () -> there.scandir("missing", 0));
    setup.fails(Errno.ENOTDIR, () -> there.scandir("files/a", 0));
  }

  @EverySetup
  void readdirx_saysThatTypesAreUnknown(Setup setup) {
    String path = mount + "/mixed";
    for (int flags : new int[] {0, Linux.READDIR_DENTS}) {
      DirectoryListing listing = setup.await(() -> setup.aio().readdirx(path, flags));
      assertEquals(flags | Linux.READDIR_FOUND_UNKNOWN, listing.flags());
      assertEquals(ScandirContractTest.found(path), new HashSet<>(listing.names()));
      assertTrue(listing.entries().stream().allMatch(e -> e.type() == Linux.DT_UNKNOWN));
    }
  }

  @EverySetup
  void readdirx_dirsFirst_putsLikelyOnesFirst(Setup setup) {
    int flags = Linux.READDIR_DENTS | Linux.READDIR_DIRS_FIRST | Linux.READDIR_STAT_ORDER;
    List<String> names = setup.await(() -> setup.aio().readdirx(mount + "/mixed", flags)).names();
    assertEquals(ScandirContractTest.found(mount + "/mixed"), new HashSet<>(names));
    assertEquals(".hidden", names.get(0));
    assertTrue(names.indexOf("dir7") < names.indexOf("file7.txt"));
  }

  @Test
  void withoutTheRightToEnter_directoriesAreStillFound() throws IOException {
    ChildJvm.runUnprivileged(NotEntered.class, Files.createDirectory(temporary.resolve("child")));
  }

  /** As a user who may read directories but not enter them. */
  static final class NotEntered implements Scenario {
    @Override
    public void run(Setup setup, Path directory) {
      setup.start();
      Path mount = directory.resolveSibling("../mnt").normalize();
      ScanResult mixed = setup.await(() -> setup.aio().scandir(mount + "/mixed", 0));
      assertTrue(mixed.dirs().contains("nobody-enters"), mixed.dirs().toString());
      ScandirContractTest.assertAsFind(mount + "/mixed", mixed);
      assertEquals(
          Set.of("file", "inside"),
          Set.copyOf(setup.await(() -> setup.aio().readdir(mount + "/shut"))));
    }
  }
}
