package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.OpenDescriptors;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** wd and the views that {@link Aio#at} makes. */
class WorkingDirectoryContractTest {
  @TempDir Path dir;

  @EverySetup
  void wd_givesTheCanonicalPath(Setup setup) throws IOException {
    Path real = Files.createDirectory(dir.resolve("real"));
    Path link = Files.createSymbolicLink(dir.resolve("link"), Path.of("real"));
    assertEquals(real.toRealPath().toString(), setup.wd(link).path());
    assertEquals(real.toRealPath().toString(), setup.wd(dir.resolve("./link/../real/.")).path());
  }

  @EverySetup
  void wd_isAPathDescriptorClosedOnExec(Setup setup) throws IOException {
    setup.wd(dir);
    int number = OpenDescriptors.now().numberOf(dir.toRealPath());
    List<String> info = Files.readAllLines(Path.of("/proc/self/fdinfo/" + number));
    String flags = info.get(1).split("\\s+")[1];
    int set = Integer.parseInt(flags, 8);
    assertEquals(Linux.O_CLOEXEC | Linux.O_PATH, set & (Linux.O_CLOEXEC | Linux.O_PATH));
  }

  @EverySetup
  void at_relativePathsStartThere(Setup setup) throws IOException {
    Files.writeString(dir.resolve("f"), "12345");
    Aio there = setup.aio().at(setup.wd(dir));
    assertEquals(5, setup.await(() -> there.stat("f")).size());
    setup.await(() -> there.mkdir("sub", 0700));
    setup.await(() -> there.rename("f", "sub/g"));
    assertEquals(List.of("g"), setup.await(() -> there.readdir("sub")));
    setup.await(() -> there.unlink("./sub/g"));
    setup.await(() -> there.rmdir("sub/"));
    assertEquals(List.of(), setup.await(() -> there.readdir(".")));
  }

  @EverySetup
  void at_renamedDirectory_isStillReached(Setup setup) throws IOException {
    Path old = Files.createDirectory(dir.resolve("old"));
    Files.writeString(old.resolve("f"), "12345");
    WorkingDirectory wd = setup.wd(old);
    String path = wd.path();
    Files.move(old, dir.resolve("new"));
    Files.createDirectory(old);
    assertEquals(5, setup.await(() -> setup.aio().at(wd).stat("f")).size());
    assertEquals(path, wd.path());
  }

  @EverySetup
  void at_removedDirectory_failsENOENT(Setup setup) throws IOException {
    Path sub = Files.createDirectory(dir.resolve("sub"));
    Aio there = setup.aio().at(setup.wd(sub));
    Files.delete(sub);
    setup.fails(Errno.ENOENT, () -> there.open("f", Linux.O_CREAT | Linux.O_RDWR, 0600));
    setup.fails(Errno.ENOENT, () -> there.mkdir("d", 0700));
    setup.fails(Errno.ENOENT, () -> there.stat("f"));
    assertEquals(0, setup.await(() -> there.stat(".")).nlink());
  }

  @EverySetup
  void at_absolutePathsIgnoreIt(Setup setup) throws IOException {
    String file = Files.writeString(dir.resolve("f"), "12345").toString();
    WorkingDirectory closed = setup.wd(dir);
    Setup.await(closed.close());
    for (Aio view : List.of(setup.aio().at(setup.wd(dir)), setup.aio().at(closed))) {
      assertEquals(5, setup.await(() -> view.stat(file)).size());
    }
    assertEquals(5, setup.await(() -> setup.aio().at(null).stat(file)).size());
  }

  @EverySetup
  void at_null_everyRelativePathFailsENOENT(Setup setup) {
    Aio nowhere = setup.aio().at(null);
    for (EveryPathRequest request : EveryPathRequest.ALL) {
      AioException failure = setup.fails(Errno.ENOENT, () -> request.on(nowhere, "x"));
      assertEquals(request.call(), failure.call());
    }
  }

  @EverySetup
  void at_closed_everyRelativePathFailsEBADF(Setup setup) {
    WorkingDirectory wd = setup.wd(dir);
    setup.await(wd::close);
    Aio there = setup.aio().at(wd);
    for (EveryPathRequest request : EveryPathRequest.ALL) {
      AioException failure = setup.fails(Errno.EBADF, () -> request.on(there, "x"));
      assertEquals(request.call(), failure.call());
    }
  }

  @EverySetup
  void at_closed_doesNotReachADescriptorThatGotItsNumber(Setup setup) throws IOException {
    Path other = Files.createDirectory(dir.resolve("other"));
    Files.writeString(other.resolve("f"), "12345");
    WorkingDirectory wd = setup.wd(Files.createDirectory(dir.resolve("first")));
    int number = OpenDescriptors.now().numberOf(dir.resolve("first").toRealPath());
    setup.await(wd::close);
    List<AioFile> files = new ArrayList<>();
    while (OpenDescriptors.now().numberOf(other.toRealPath()) != number && files.size() < 20) {
      files.add(setup.open(other, Linux.O_RDONLY | Linux.O_DIRECTORY));
    }
    setup.fails(Errno.EBADF, () -> setup.aio().at(wd).stat("f"));
    setup.await(wd::close);
    for (AioFile file : files) {
      assertTrue(setup.await(file::stat).isDirectory());
    }
  }

  @EverySetup
  void at_cwd_isTheDirectoryOfTheProcess(Setup setup) throws IOException {
    Object inode = Files.getAttribute(Path.of(""), "unix:ino");
    assertEquals(inode, setup.await(() -> setup.aio().stat(".")).ino());
    Aio back = setup.aio().at(null).at(WorkingDirectory.CWD);
    assertEquals(inode, setup.await(() -> back.stat(".")).ino());
    assertEquals(".", WorkingDirectory.CWD.path());
  }

  @EverySetup
  void cwd_cannotBeClosed(Setup setup) {
    setup.await(WorkingDirectory.CWD::close);
    assertTrue(setup.await(() -> setup.aio().at(WorkingDirectory.CWD).stat(".")).isDirectory());
  }

  @EverySetup
  void wd_fromAnotherWd(Setup setup) throws IOException {
    Files.createDirectories(dir.resolve("a/b"));
    Aio inA = setup.aio().at(setup.wd(dir.resolve("a")));
    WorkingDirectory b = setup.await(() -> inA.wd("b"));
    assertEquals(dir.resolve("a/b").toRealPath().toString(), b.path());
    WorkingDirectory same = setup.await(() -> setup.aio().at(b).wd("."));
    assertEquals(b.path(), same.path());
    setup.await(b::close);
    assertEquals(2, setup.await(() -> setup.aio().at(same).stat(".")).nlink());
    setup.await(same::close);
  }

  @EverySetup
  void wd_deeperThanAnyPath_isRefusedOrWorks(Setup setup) {
    WorkingDirectory here = setup.wd(dir);
    String name = "d".repeat(250);
    for (int depth = 0; depth < 20; depth++) {
      Aio there = setup.aio().at(here);
      setup.await(() -> there.mkdir(name, 0700));
      Future<WorkingDirectory> next = setup.onContext(() -> there.wd(name));
      if (Setup.await(next.map(true).otherwise(false))) {
        setup.await(here::close);
        here = next.result();
      } else {
        // Its canonical path has more than 4095 bytes, which the kernel does not tell.
        assertTrue(depth > 14, "depth " + depth);
        assertEquals(Errno.ENAMETOOLONG, ((AioException) next.cause()).errno());
        break;
      }
    }
    setup.await(here::close);
    // Java has no way to remove what has so long a path.
    Commands.bytes("rm", "-rf", dir.resolve(name).toString());
  }

  @EverySetup
  void wd_ofAFile_failsENOTDIR(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "");
    AioException failure = setup.fails(Errno.ENOTDIR, () -> setup.aio().wd(file.toString()));
    assertEquals("wd", failure.call());
  }

  @EverySetup
  void rmdirOfDot_removesTheDirectory(Setup setup) throws IOException {
    Path sub = Files.createDirectory(dir.resolve("sub"));
    Aio there = setup.aio().at(setup.wd(sub));
    Files.writeString(sub.resolve("f"), "");
    setup.fails(Errno.ENOTEMPTY, () -> there.rmdir("."));
    Files.delete(sub.resolve("f"));
    setup.await(() -> there.rmdir("."));
    assertFalse(Files.exists(sub));
    setup.fails(Errno.EINVAL, () -> setup.aio().rmdir("."));
  }

  @EverySetup
  void renameOfDot_renamesTheDirectory(Setup setup) throws IOException {
    Path old = Files.createDirectory(dir.resolve("old"));
    Object inode = Files.getAttribute(old, "unix:ino");
    Aio there = setup.aio().at(setup.wd(old));
    setup.await(() -> there.rename(".", dir + "/new"));
    assertFalse(Files.exists(old));
    assertEquals(inode, Files.getAttribute(dir.resolve("new"), "unix:ino"));
    assertEquals(inode, setup.await(() -> there.stat(".")).ino());
    setup.fails(Errno.EBUSY, () -> setup.aio().rename(".", dir + "/x"));
  }

  @EverySetup
  void renameOfDot_withFlags(Setup setup) throws IOException {
    Path a = Files.createDirectory(dir.resolve("a"));
    Path b = Files.createDirectory(dir.resolve("b"));
    Object inode = Files.getAttribute(a, "unix:ino");
    Aio inA = setup.aio().at(setup.wd(a));
    String target = b.toString();
    setup.fails(Errno.EEXIST, () -> inA.rename(".", target, Linux.RENAME_NOREPLACE));
    setup.await(() -> inA.rename(".", target, Linux.RENAME_EXCHANGE));
    assertEquals(inode, Files.getAttribute(b, "unix:ino"));
    assertTrue(Files.exists(a));
    setup.fails(Errno.EINVAL, () -> inA.rename(".", dir + "/c", -1));
  }

  @EverySetup
  void close_waitsForRequestsInFlight(Setup setup) throws IOException {
    Files.writeString(dir.resolve("f"), "12345");
    WorkingDirectory wd = setup.wd(dir);
    Aio there = setup.aio().at(wd);
    List<Future<Stat>> stats = new ArrayList<>();
    List<Future<List<String>>> listings = new ArrayList<>();
    setup.await(
        () -> {
          for (int i = 0; i < 100; i++) {
            stats.add(there.stat("f"));
            listings.add(there.readdir("."));
          }
          return wd.close();
        });
    assertEquals(100, stats.size());
    for (int i = 0; i < 100; i++) {
      assertEquals(5, Setup.await(stats.get(i)).size());
      assertEquals(List.of("f"), Setup.await(listings.get(i)));
    }
    assertEquals(Set.of(), OpenDescriptors.now().below(dir.toRealPath()).keySet());
  }

  @EverySetup
  void close_twice_isTheSameAsOnce(Setup setup) throws IOException {
    WorkingDirectory wd = setup.wd(dir);
    assertNotEquals(Set.of(), OpenDescriptors.now().below(dir.toRealPath()).keySet());
    setup.await(() -> Future.join(wd.close(), wd.close(), wd.close()));
    setup.await(wd::close);
    assertEquals(Set.of(), OpenDescriptors.now().below(dir.toRealPath()).keySet());
  }

  @EverySetup
  void wd_deeperThanAnyPath_isReachedStepByStep(Setup setup) throws IOException {
    String name = "d".repeat(250);
    WorkingDirectory wd = setup.wd(dir);
    try {
      for (int depth = 0; depth < 20; depth++) {
        Aio there = setup.aio().at(wd);
        setup.await(() -> there.mkdir(name, 0700));
        wd = setup.await(() -> there.wd(name));
        setup.closeAtEnd(wd);
      }
      Aio deep = setup.aio().at(wd);
      setup.await(
          () -> deep.open("f", Linux.O_CREAT | Linux.O_WRONLY, 0600).compose(AioFile::close));
      assertEquals(List.of("f"), setup.await(() -> deep.readdir(".")));
      assertEquals(0, setup.await(() -> deep.stat("f")).size());
      assertEquals(dir.toRealPath() + ("/" + name).repeat(20), wd.path());
      String deeper = wd.path() + "/f";
      setup.fails(Errno.ENAMETOOLONG, () -> setup.aio().stat(deeper));
    } finally {
      Commands.bytes("rm", "-r", dir.resolve(name).toString());
    }
  }
}
