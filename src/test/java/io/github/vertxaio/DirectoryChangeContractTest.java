package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** unlink, mkdir and rmdir. */
class DirectoryChangeContractTest {
  @TempDir Path dir;

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  @EverySetup
  void unlink_removesTheName(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "12345");
    AioFile open = setup.open(file, Linux.O_RDONLY);
    assertNull(setup.await(() -> setup.aio().unlink(file.toString())));
    assertFalse(exists(file));
    assertEquals(Buffer.buffer("12345"), setup.await(() -> open.read(0, 9)));
  }

  @EverySetup
  void unlink_removesALinkAndNotItsTarget(Setup setup) throws IOException {
    Path sub = Files.createDirectory(dir.resolve("sub"));
    Path link = Files.createSymbolicLink(dir.resolve("l"), Path.of("sub"));
    setup.await(() -> setup.aio().unlink(link.toString()));
    assertFalse(exists(link));
    assertTrue(exists(sub));
  }

  @EverySetup
  void unlink_removesPipes(Setup setup) {
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    setup.await(() -> setup.aio().unlink(pipe.toString()));
    assertFalse(exists(pipe));
  }

  @EverySetup
  void unlink_directory_failsEISDIR(Setup setup) {
    AioException failure = setup.fails(Errno.EISDIR, () -> setup.aio().unlink(dir.toString()));
    assertEquals("unlink", failure.call());
    assertTrue(exists(dir));
  }

  @EverySetup
  void unlink_twice_failsENOENT(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "");
    setup.await(() -> setup.aio().unlink(file.toString()));
    setup.fails(Errno.ENOENT, () -> setup.aio().unlink(file.toString()));
  }

  @EverySetup
  void mkdir_makesADirectoryWithModeAndUmask(Setup setup) throws IOException {
    String umask = Commands.lines("sh", "-c", "umask").get(0);
    for (int mode : new int[] {0, 0700, 0755, 0777, 01777, 0511}) {
      Path sub = dir.resolve("sub" + mode);
      assertNull(setup.await(() -> setup.aio().mkdir(sub.toString(), mode)));
      assertTrue(Files.isDirectory(sub));
      assertEquals(
          mode & ~Integer.parseInt(umask, 8),
          OpenContractTest.permissions(sub),
          Integer.toOctalString(mode));
    }
  }

  @EverySetup
  void mkdir_slashAtTheEnd_isFine(Setup setup) {
    setup.await(() -> setup.aio().mkdir(dir + "/sub/", 0700));
    assertTrue(Files.isDirectory(dir.resolve("sub")));
  }

  @EverySetup
  void mkdir_existingName_failsEEXIST(Setup setup) throws IOException {
    Files.writeString(dir.resolve("f"), "");
    Files.createSymbolicLink(dir.resolve("dangling"), Path.of("nowhere"));
    setup.fails(Errno.EEXIST, () -> setup.aio().mkdir(dir.toString(), 0700));
    setup.fails(Errno.EEXIST, () -> setup.aio().mkdir(dir + "/f", 0700));
    setup.fails(Errno.EEXIST, () -> setup.aio().mkdir(dir + "/dangling", 0700));
    setup.fails(Errno.EEXIST, () -> setup.aio().mkdir("/", 0700));
  }

  @EverySetup
  void rmdir_removesAnEmptyDirectory(Setup setup) throws IOException {
    Path sub = Files.createDirectory(dir.resolve("sub"));
    assertNull(setup.await(() -> setup.aio().rmdir(sub.toString())));
    assertFalse(exists(sub));
    setup.fails(Errno.ENOENT, () -> setup.aio().rmdir(sub.toString()));
  }

  @EverySetup
  void rmdir_nonEmptyDirectory_failsENOTEMPTY(Setup setup) throws IOException {
    Files.createDirectories(dir.resolve("sub/inside"));
    AioException failure = setup.fails(Errno.ENOTEMPTY, () -> setup.aio().rmdir(dir + "/sub"));
    assertEquals("rmdir", failure.call());
    setup.fails(Errno.ENOTEMPTY, () -> setup.aio().rmdir(dir + "/sub/.."));
    assertTrue(exists(dir.resolve("sub/inside")));
  }

  @EverySetup
  void rmdir_noDirectory_failsENOTDIR(Setup setup) throws IOException {
    Files.writeString(dir.resolve("f"), "");
    Files.createDirectory(dir.resolve("sub"));
    Files.createSymbolicLink(dir.resolve("l"), Path.of("sub"));
    setup.fails(Errno.ENOTDIR, () -> setup.aio().rmdir(dir + "/f"));
    setup.fails(Errno.ENOTDIR, () -> setup.aio().rmdir(dir + "/l"));
    setup.fails(Errno.EINVAL, () -> setup.aio().rmdir(dir + "/sub/."));
    setup.fails(Errno.EBUSY, () -> setup.aio().rmdir("/"));
  }
}
