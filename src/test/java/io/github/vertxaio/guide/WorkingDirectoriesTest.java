package io.github.vertxaio.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioFile;
import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.WorkingDirectory;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What the page {@code working-directories} shows. */
class WorkingDirectoriesTest {
  @TempDir Path dir;

  // tag::at[]
  /** Swaps two files of a directory, whatever that is called by now. */
  static Future<Void> swap(Aio aio, String directory, String one, String other) {
    return aio.wd(directory)
        .compose(wd -> aio.at(wd).rename(one, other, Linux.RENAME_EXCHANGE).eventually(wd::close));
  }

  // end::at[]

  @EverySetup
  void at_relativePathsStartThere(Setup setup) throws IOException {
    Files.writeString(dir.resolve("a"), "one");
    Files.writeString(dir.resolve("b"), "two");
    setup.await(() -> swap(setup.aio(), dir.toString(), "a", "b"));
    assertEquals("two", Files.readString(dir.resolve("a")));
    assertEquals("one", Files.readString(dir.resolve("b")));
    setup.fails(Errno.ENOENT, () -> swap(setup.aio(), dir.toString(), "a", "none"));
  }

  @EverySetup
  void at_aRenamedDirectoryIsStillTheSame(Setup setup) throws IOException {
    Path old = Files.createDirectory(dir.resolve("old"));
    Aio there = setup.aio().at(setup.wd(old));
    Files.move(old, dir.resolve("new"));
    Files.createDirectory(old);
    setup.await(
        () -> there.open("f", Linux.O_CREAT | Linux.O_WRONLY, 0600).compose(AioFile::close));
    assertEquals(
        List.of("new", "new/f", "old"),
        Commands.lines("find", dir.toString(), "-mindepth", "1", "-printf", "%P\\n").stream()
            .sorted()
            .toList());
  }

  @EverySetup
  void at_isNoJail(Setup setup) throws IOException {
    Files.writeString(dir.resolve("secret"), "12345");
    Aio there = setup.aio().at(setup.wd(Files.createDirectory(dir.resolve("d"))));
    assertEquals(5, setup.await(() -> there.stat("../secret")).size());
    assertEquals(5, setup.await(() -> there.stat(dir + "/secret")).size());
  }

  // tag::deep[]
  /** One step down, into a directory that it makes. */
  static Future<WorkingDirectory> descend(Aio aio, WorkingDirectory from, String name) {
    Aio there = aio.at(from);
    return there.mkdir(name, 0755).compose(made -> there.wd(name)).eventually(from::close);
  }

  // end::deep[]

  @EverySetup
  void descend_goesDeeperThanAnyPath(Setup setup) throws IOException {
    String name = "d".repeat(250);
    WorkingDirectory wd = setup.wd(dir);
    try {
      for (int depth = 0; depth < 20; depth++) {
        WorkingDirectory from = wd;
        wd = setup.await(() -> descend(setup.aio(), from, name));
      }
      setup.closeAtEnd(wd);
      assertEquals(
          20, Commands.lines("find", dir.toString(), "-mindepth", "1", "-printf", "x\\n").size());
      String tooLong = dir + ("/" + name).repeat(20);
      setup.fails(Errno.ENAMETOOLONG, () -> setup.aio().stat(tooLong));
    } finally {
      Commands.bytes("rm", "-rf", dir.resolve(name).toString());
    }
  }

  @EverySetup
  void dot_isTheDirectoryItself(Setup setup) throws IOException {
    Path sub = Files.createDirectory(dir.resolve("sub"));
    Aio there = setup.aio().at(setup.wd(sub));
    setup.await(() -> there.rmdir("."));
    assertFalse(Files.exists(sub));
    setup.fails(Errno.ENOENT, () -> there.mkdir("x", 0755));
  }

  @EverySetup
  void closedOrNull_failsAndNeverReachesTheProcessDirectory(Setup setup) {
    WorkingDirectory wd = setup.wd(dir);
    Setup.await(wd.close());
    setup.fails(Errno.EBADF, () -> setup.aio().at(wd).stat("."));
    setup.fails(Errno.ENOENT, () -> setup.aio().at(null).stat("."));
  }
}
