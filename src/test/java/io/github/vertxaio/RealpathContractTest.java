package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.OpenDescriptors;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** realpath, compared with coreutils and with java.nio. */
class RealpathContractTest {
  @TempDir Path dir;

  private static String coreutils(String path) {
    byte[] printed = Commands.bytes("realpath", "-e", "-z", path);
    return new String(printed, 0, printed.length - 1, StandardCharsets.UTF_8);
  }

  private static String realpath(Setup setup, String path) {
    return setup.await(() -> setup.aio().realpath(path));
  }

  @EverySetup
  void everyKindOfFile_hasTheNameThatCoreutilsGivesIt(Setup setup) throws IOException {
    Files.createDirectories(dir.resolve("a/b"));
    Files.writeString(dir.resolve("a/b/file"), "");
    Files.writeString(dir.resolve("odd\nname (deleted)"), "");
    Files.createSymbolicLink(dir.resolve("link"), Path.of("a/b"));
    Files.createSymbolicLink(dir.resolve("a/again"), Path.of("../link/file"));
    Commands.bytes("mkfifo", dir + "/pipe");
    for (String path :
        new String[] {
          dir + "/link/../b/./file",
          dir + "//a/again",
          dir + "/link/",
          dir + "/pipe",
          dir + "/odd\nname (deleted)",
          "/",
          "/dev/null",
          "/proc/self",
          "/proc/version"
        }) {
      if (path.equals("/proc/self")) {
        assertEquals("/proc/" + ProcessHandle.current().pid(), realpath(setup, path));
      } else {
        assertEquals(coreutils(path), realpath(setup, path));
        assertEquals(Path.of(path).toRealPath().toString(), realpath(setup, path));
      }
    }
  }

  @EverySetup
  void dot_isTheDirectoryOfTheProcess(Setup setup) throws IOException {
    assertEquals(Path.of("").toRealPath().toString(), realpath(setup, "."));
    assertEquals(coreutils("."), realpath(setup, "."));
  }

  @EverySetup
  void inWorkingDirectory_pathsStartThere(Setup setup) throws IOException {
    Path sub = Files.createDirectories(dir.resolve("sub/inner"));
    Files.createSymbolicLink(dir.resolve("sub/link"), Path.of("inner"));
    Aio there = setup.aio().at(setup.wd(dir.resolve("sub")));
    Path real = dir.toRealPath();
    assertEquals(real + "/sub", setup.await(() -> there.realpath(".")));
    assertEquals(real.toString(), setup.await(() -> there.realpath("..")));
    assertEquals(real + "/sub/inner", setup.await(() -> there.realpath("link")));
    assertEquals("/", setup.await(() -> there.realpath("/")));
    assertEquals(sub.toRealPath().toString(), setup.await(() -> there.realpath("inner/.")));
  }

  @EverySetup
  void workingDirectoryThatWasRenamed_hasItsNewName(Setup setup) throws IOException {
    Path old = Files.createDirectory(dir.resolve("old"));
    Aio there = setup.aio().at(setup.wd(old));
    Files.move(old, dir.resolve("new"));
    assertEquals(dir.toRealPath() + "/new", setup.await(() -> there.realpath(".")));
  }

  @EverySetup
  void workingDirectoryThatWasRemoved_failsENOENT(Setup setup) throws IOException {
    Path sub = Files.createDirectory(dir.resolve("sub"));
    Aio there = setup.aio().at(setup.wd(sub));
    Files.delete(sub);
    setup.fails(Errno.ENOENT, () -> there.realpath("."));
    // Another one under the name that the kernel gives the one that was removed.
    Files.createDirectory(dir.resolve("sub (deleted)"));
    setup.fails(Errno.ENOENT, () -> there.realpath("."));
    Files.createDirectory(sub);
    setup.fails(Errno.ENOENT, () -> there.realpath("."));
  }

  @EverySetup
  void namesThatAreNotUtf8_comeBack(Setup setup) throws IOException {
    String name = PathBytes.decode(new byte[] {(byte) 0xFF, 'a', (byte) 0xC3});
    setup.await(() -> setup.aio().mkdir(dir + "/" + name, 0700));
    assertEquals(dir.toRealPath() + "/" + name, realpath(setup, dir + "/" + name + "/."));
    setup.await(() -> setup.aio().rmdir(dir + "/" + name));
  }

  @EverySetup
  void failures_areThoseOfTheLookup(Setup setup) throws IOException {
    Files.createSymbolicLink(dir.resolve("loop"), Path.of("loop"));
    Files.createSymbolicLink(dir.resolve("dangling"), Path.of("nowhere"));
    Files.writeString(dir.resolve("file"), "");
    AioException failure = setup.fails(Errno.ELOOP, () -> setup.aio().realpath(dir + "/loop"));
    assertEquals("realpath", failure.call());
    setup.fails(Errno.ENOENT, () -> setup.aio().realpath(dir + "/dangling"));
    setup.fails(Errno.ENOENT, () -> setup.aio().realpath(dir + "/missing"));
    setup.fails(Errno.ENOTDIR, () -> setup.aio().realpath(dir + "/file/"));
  }

  @EverySetup
  void whatHasNoPath_failsENOENT(Setup setup) {
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    AioFile open = setup.open(pipe, Linux.O_RDWR);
    int number = OpenDescriptors.now().numberOf(pipe);
    assertEquals(pipe.toString(), realpath(setup, "/proc/self/fd/" + number));
    setup.await(() -> setup.aio().unlink(pipe.toString()));
    setup.fails(Errno.ENOENT, () -> setup.aio().realpath("/proc/self/fd/" + number));
    setup.await(open::close);
  }
}
