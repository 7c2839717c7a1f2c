package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** rename, with and without flags. */
class RenameContractTest {
  @TempDir Path dir;

  private String file(String name) throws IOException {
    return Files.writeString(dir.resolve(name), name).toString();
  }

  private String directory(String name) throws IOException {
    return Files.createDirectory(dir.resolve(name)).toString();
  }

  private String contents(String name) throws IOException {
    return Files.readString(dir.resolve(name));
  }

  @EverySetup
  void file_getsItsNewName(Setup setup) throws IOException {
    String a = file("a");
    assertNull(setup.await(() -> setup.aio().rename(a, dir + "/b")));
    assertFalse(Files.exists(dir.resolve("a")));
    assertEquals("a", contents("b"));
  }

  @EverySetup
  void existingTarget_isReplaced(Setup setup) throws IOException {
    String a = file("a");
    String b = file("b");
    setup.await(() -> setup.aio().rename(a, b));
    assertEquals("a", contents("b"));
    String empty = directory("empty");
    String full = directory("full");
    Files.createFile(dir.resolve("full/inside"));
    setup.await(() -> setup.aio().rename(full, empty));
    assertTrue(Files.exists(dir.resolve("empty/inside")));
  }

  @EverySetup
  void sameFile_staysAsItIs(Setup setup) throws IOException {
    String a = file("a");
    setup.await(() -> setup.aio().rename(a, a));
    Files.createLink(dir.resolve("b"), dir.resolve("a"));
    setup.await(() -> setup.aio().rename(a, dir + "/b"));
    assertEquals("a", contents("a"));
    assertEquals("a", contents("b"));
  }

  @EverySetup
  void noreplace_existingTarget_failsEEXIST(Setup setup) throws IOException {
    String a = file("a");
    String b = file("b");
    AioException failure =
        setup.fails(Errno.EEXIST, () -> setup.aio().rename(a, b, Linux.RENAME_NOREPLACE));
    assertEquals(List.of(a, b), failure.paths());
    assertEquals("rename", failure.call());
    assertEquals("b", contents("b"));
    setup.await(() -> setup.aio().rename(a, dir + "/c", Linux.RENAME_NOREPLACE));
    assertEquals("a", contents("c"));
  }

  @EverySetup
  void exchange_swapsBoth(Setup setup) throws IOException {
    String a = file("a");
    String sub = directory("sub");
    setup.await(() -> setup.aio().rename(a, sub, Linux.RENAME_EXCHANGE));
    assertEquals("a", contents("sub"));
    assertTrue(Files.isDirectory(dir.resolve("a")));
    setup.fails(Errno.ENOENT, () -> setup.aio().rename(a, dir + "/none", Linux.RENAME_EXCHANGE));
  }

  @EverySetup
  void whiteout_leavesADeviceBehind(Setup setup) throws IOException {
    Commands.assumeRoot("make a whiteout");
    String a = file("a");
    try {
      setup.await(() -> setup.aio().rename(a, dir + "/b", Linux.RENAME_WHITEOUT));
    } catch (AioException e) {
      assumeFalse(e.errno() == Errno.EINVAL, "the file system has no whiteouts");
      throw e;
    }
    assertEquals("a", contents("b"));
    Stat left = setup.await(() -> setup.aio().lstat(a));
    assertEquals(Linux.S_IFCHR, left.type());
    assertEquals(0, left.rdev());
  }

  @EverySetup
  void unknownFlags_failEINVAL(Setup setup) throws IOException {
    String a = file("a");
    int both = Linux.RENAME_NOREPLACE | Linux.RENAME_EXCHANGE;
    for (int flags : new int[] {1 << 20, -1, Integer.MIN_VALUE, both}) {
      setup.fails(Errno.EINVAL, () -> setup.aio().rename(a, dir + "/b", flags));
    }
    assertEquals("a", contents("a"));
  }

  @EverySetup
  void otherFileSystem_failsEXDEV(Setup setup) throws IOException {
    Path shm = Path.of("/dev/shm");
    assumeTrue(Files.isWritable(shm), "/dev/shm cannot be written to");
    assumeFalse(Files.getFileStore(shm).equals(Files.getFileStore(dir)), "/dev/shm is the same");
    String a = file("a");
    String target = shm.resolve(dir.getFileName()).toString();
    setup.fails(Errno.EXDEV, () -> setup.aio().rename(a, target));
    setup.fails(Errno.EXDEV, () -> setup.aio().rename(a, target, Linux.RENAME_NOREPLACE));
    assertEquals("a", contents("a"));
    assertFalse(Files.exists(Path.of(target)));
  }

  @EverySetup
  void kindsThatDoNotFit_fail(Setup setup) throws IOException {
    String a = file("a");
    String sub = directory("sub");
    String full = directory("full");
    Files.createFile(dir.resolve("full/inside"));
    setup.fails(Errno.EISDIR, () -> setup.aio().rename(a, sub));
    setup.fails(Errno.ENOTDIR, () -> setup.aio().rename(sub, a));
    setup.fails(Errno.ENOTEMPTY, () -> setup.aio().rename(sub, full));
    setup.fails(Errno.EINVAL, () -> setup.aio().rename(sub, sub + "/below"));
    setup.fails(Errno.ENOTDIR, () -> setup.aio().rename(a, dir + "/b/"));
    setup.fails(Errno.EBUSY, () -> setup.aio().rename("/", dir + "/root"));
  }

  @EverySetup
  void link_isRenamedItself(Setup setup) throws IOException {
    file("a");
    Files.createSymbolicLink(dir.resolve("l"), Path.of("a"));
    setup.await(() -> setup.aio().rename(dir + "/l", dir + "/m"));
    assertTrue(Files.isSymbolicLink(dir.resolve("m")));
    assertEquals("a", contents("a"));
  }

  @EverySetup
  void badTarget_letsGoOfTheSourcesDirectory(Setup setup) throws IOException {
    file("a");
    WorkingDirectory wd = setup.wd(dir);
    Aio there = setup.aio().at(wd);
    setup.fails(Errno.EINVAL, () -> there.rename("a", "\0"));
    setup.fails(Errno.EINVAL, () -> there.rename("\0", "a"));
    setup.refuses(NullPointerException.class, () -> there.rename("a", null));
    setup.refuses(NullPointerException.class, () -> there.rename(null, "a"));
    setup.await(wd::close);
    setup.fails(Errno.EBADF, () -> there.rename("a", "/x"));
    setup.fails(Errno.EBADF, () -> there.rename(dir + "/a", "x"));
    assertEquals("a", contents("a"));
  }
}
