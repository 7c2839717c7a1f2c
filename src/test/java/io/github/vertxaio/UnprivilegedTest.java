package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.ChildJvm;
import io.github.vertxaio.testing.Scenario;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets who is not the superuser, in a process of such a user. */
class UnprivilegedTest {
  @TempDir Path dir;

  @Test
  void closedDoors_failEACCES() throws IOException {
    ChildJvm.runUnprivileged(ClosedDoors.class, dir);
  }

  @Test
  void othersFiles_cannotBeTouched() throws IOException {
    ChildJvm.runUnprivileged(OthersFiles.class, dir);
  }

  private static Path closed(Path path, String permissions) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  /** Directories that may not be entered, read or changed, and files that may not be opened. */
  static final class ClosedDoors implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      Path file = Files.writeString(directory.resolve("file"), "x");
      Path noEntry = Files.createDirectories(directory.resolve("no-entry/sub")).getParent();
      Path fixed = Files.createDirectories(directory.resolve("fixed/sub")).getParent();
      Files.writeString(fixed.resolve("file"), "x");
      closed(file, "---------");
      closed(noEntry, "rw-------");
      closed(fixed, "r-xr-xr-x");
      setup.start();
      noEntry(setup, noEntry);
      fixed(setup, fixed);
      AioException failure =
          setup.fails(Errno.EACCES, () -> setup.aio().open(file.toString(), Linux.O_RDONLY));
      assertEquals("open(\"" + file + "\"): Permission denied (EACCES)", failure.getMessage());
      setup.fails(Errno.EACCES, () -> setup.aio().open(file.toString(), Linux.O_RDWR));
      assertEquals(1, setup.await(() -> setup.aio().stat(file.toString())).size());
      closed(noEntry, "-wx------");
      setup.fails(Errno.EACCES, () -> setup.aio().readdir(noEntry.toString()));
      setup.fails(Errno.EACCES, () -> setup.aio().readdirx(noEntry.toString(), 0));
      setup.fails(Errno.EACCES, () -> setup.aio().scandir(noEntry.toString(), 0));
      assertTrue(setup.await(() -> setup.aio().stat(noEntry + "/sub")).isDirectory());
    }

    private static void noEntry(Setup setup, Path noEntry) {
      String inside = noEntry + "/sub";
      for (EveryPathRequest request : EveryPathRequest.ALL) {
        if (!request.takesTwo()) {
          setup.fails(Errno.EACCES, () -> request.on(setup.aio(), inside));
        }
      }
      setup.fails(Errno.EACCES, () -> setup.aio().rename(inside, noEntry + "/other"));
      assertEquals(List.of("sub"), setup.await(() -> setup.aio().readdir(noEntry.toString())));
      ScanResult scan = setup.await(() -> setup.aio().scandir(noEntry.toString(), 0));
      assertEquals(new ScanResult(List.of("sub"), List.of()), scan);
      Aio there = setup.aio().at(setup.wd(noEntry));
      setup.fails(Errno.EACCES, () -> there.stat("sub"));
      setup.fails(Errno.EACCES, () -> there.open("new", Linux.O_CREAT | Linux.O_RDWR, 0600));
    }

    private static void fixed(Setup setup, Path fixed) {
      int create = Linux.O_CREAT | Linux.O_RDWR;
      setup.fails(Errno.EACCES, () -> setup.aio().mkdir(fixed + "/new", 0700));
      setup.fails(Errno.EACCES, () -> setup.aio().open(fixed + "/new", create, 0600));
      setup.fails(Errno.EACCES, () -> setup.aio().unlink(fixed + "/file"));
      setup.fails(Errno.EACCES, () -> setup.aio().rmdir(fixed + "/sub"));
      setup.fails(Errno.EACCES, () -> setup.aio().rename(fixed + "/file", fixed + "/moved"));
      AioException tree = setup.fails(Errno.EACCES, () -> setup.aio().rmtree(fixed.toString()));
      assertEquals(2, tree.failures().size(), tree.getMessage());
      assertEquals(
          Set.of("file", "sub"),
          Set.copyOf(setup.await(() -> setup.aio().readdir(fixed.toString()))));
    }
  }

  /** Files of the system, which belong to the superuser. */
  static final class OthersFiles implements Scenario {
    @Override
    public void run(Setup setup, Path directory) {
      setup.start();
      setup.fails(Errno.EACCES, () -> setup.aio().open("/etc/passwd", Linux.O_RDWR));
      setup.fails(Errno.EACCES, () -> setup.aio().unlink("/etc/passwd"));
      setup.fails(Errno.EACCES, () -> setup.aio().rename("/etc/passwd", "/etc/other"));
      setup.fails(Errno.EACCES, () -> setup.aio().mkdir("/etc/vertx-aio", 0700));
      attributes(setup);
      int noatime = Linux.O_RDONLY | Linux.O_NOATIME;
      setup.fails(Errno.EPERM, () -> setup.aio().open("/etc/passwd", noatime));
      setup.fails(Errno.EACCES, () -> setup.aio().copy("/etc/passwd", "/etc/vertx-aio"));
      String copy = directory + "/su";
      setup.await(() -> setup.aio().copy("/bin/su", copy));
      assertEquals(0755, setup.await(() -> setup.aio().stat(copy)).permissions());
      AioFile passwd = setup.open(Path.of("/etc/passwd"), Linux.O_RDONLY);
      assertTrue(setup.await(() -> passwd.read(0, 10)).length() == 10);
      assertEquals(0, setup.await(() -> setup.aio().stat("/etc/passwd")).uid());
    }

    private static void attributes(Setup setup) {
      String passwd = "/etc/passwd";
      setup.fails(Errno.EPERM, () -> setup.aio().chmod(passwd, 0666));
      setup.fails(Errno.EPERM, () -> setup.aio().chown(passwd, 1, -1));
      setup.fails(Errno.EPERM, () -> setup.aio().lchown(passwd, -1, 1));
      setup.fails(Errno.EACCES, () -> setup.aio().utime(passwd, null, null));
      setup.fails(Errno.EPERM, () -> setup.aio().utime(passwd, 1, 2, 3, 4));
      setup.fails(Errno.EACCES, () -> setup.aio().truncate(passwd, 0));
      Aio etc = setup.aio().at(setup.wd(Path.of("/etc")));
      setup.fails(Errno.EACCES, () -> etc.truncate("passwd", 0));
      setup.fails(Errno.EACCES, () -> setup.aio().symlink("x", "/etc/vertx-aio"));
      setup.fails(Errno.EACCES, () -> setup.aio().mknod("/etc/vertx-aio", Linux.S_IFIFO, 0));
    }
  }
}
