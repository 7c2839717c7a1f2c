package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.OpenDescriptors;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.io.TempDir;

/** open. */
class OpenContractTest {
  private static final int CREATE = Linux.O_CREAT | Linux.O_RDWR;

  @TempDir Path dir;

  /** The flags of an open descriptor, as the kernel tells them. */
  private static int flagsInKernel(Path file) throws IOException {
    int number = OpenDescriptors.now().numberOf(file.toRealPath());
    return Files.readAllLines(Path.of("/proc/self/fdinfo/" + number)).stream()
        .filter(line -> line.startsWith("flags:"))
        .mapToInt(line -> Integer.parseInt(line.split("\\s+")[1], 8))
        .findFirst()
        .orElseThrow();
  }

  private static int umask() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("Umask:"))
        .mapToInt(line -> Integer.parseInt(line.split("\\s+")[1], 8))
        .findFirst()
        .orElseThrow();
  }

  static int permissions(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777;
  }

  @EverySetup
  void creat_makesAFileWithModeAndUmask(Setup setup) throws IOException {
    int[] modes = {0, 0600, 0644, 0666, 0777, 0400, 01644, 04755, 07777};
    for (int mode : modes) {
      Path file = dir.resolve("mode" + mode);
      setup.open(file, CREATE, mode);
      assertEquals(mode & ~umask(), permissions(file), Integer.toOctalString(mode));
    }
  }

  @EverySetup
  void creat_existingFile_keepsContentsAndMode(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "12345");
    int before = permissions(file);
    AioFile opened = setup.open(file, CREATE, 0777);
    assertEquals(Buffer.buffer("12345"), setup.await(() -> opened.read(0, 10)));
    assertEquals(before, permissions(file));
  }

  @EverySetup
  void excl_existingFile_failsEEXIST(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "12345");
    setup.fails(Errno.EEXIST, () -> setup.aio().open(file.toString(), CREATE | Linux.O_EXCL, 0600));
    setup.open(dir.resolve("g"), CREATE | Linux.O_EXCL, 0600);
    assertTrue(Files.exists(dir.resolve("g")));
  }

  @EverySetup
  void excl_danglingLink_failsEEXIST(Setup setup) throws IOException {
    Path link = Files.createSymbolicLink(dir.resolve("l"), Path.of("nowhere"));
    setup.fails(Errno.EEXIST, () -> setup.aio().open(link.toString(), CREATE | Linux.O_EXCL, 0600));
  }

  @EverySetup
  void trunc_emptiesTheFile(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "12345");
    setup.open(file, Linux.O_WRONLY | Linux.O_TRUNC);
    assertEquals(0, Files.size(file));
  }

  @EverySetup
  void directory_onAFile_failsENOTDIR(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "12345");
    setup.fails(
        Errno.ENOTDIR, () -> setup.aio().open(file.toString(), Linux.O_RDONLY | Linux.O_DIRECTORY));
    AioFile opened = setup.open(dir, Linux.O_RDONLY | Linux.O_DIRECTORY);
    assertTrue(setup.await(opened::stat).isDirectory());
  }

  @EverySetup
  void directory_forWriting_failsEISDIR(Setup setup) {
    setup.fails(Errno.EISDIR, () -> setup.aio().open(dir.toString(), Linux.O_WRONLY));
    setup.fails(Errno.EISDIR, () -> setup.aio().open(dir.toString(), Linux.O_RDWR));
  }

  @EverySetup
  void nofollow_onALink_failsELOOP(Setup setup) throws IOException {
    Files.writeString(dir.resolve("f"), "12345");
    Path link = Files.createSymbolicLink(dir.resolve("l"), Path.of("f"));
    setup.fails(
        Errno.ELOOP, () -> setup.aio().open(link.toString(), Linux.O_RDONLY | Linux.O_NOFOLLOW));
    AioFile itself = setup.open(link, Linux.O_PATH | Linux.O_NOFOLLOW);
    assertTrue(setup.await(itself::stat).isSymbolicLink());
    AioFile target = setup.open(link, Linux.O_RDONLY);
    assertEquals(5, setup.await(target::stat).size());
  }

  @EverySetup
  void linksInACircle_failELOOP(Setup setup) throws IOException {
    Files.createSymbolicLink(dir.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(dir.resolve("b"), Path.of("a"));
    setup.fails(Errno.ELOOP, () -> setup.aio().open(dir + "/a", Linux.O_RDONLY));
  }

  @EverySetup
  void cloexec_isAlwaysSet_andTheOtherFlagsAreKept(Setup setup) throws IOException {
    int[] all = {
      Linux.O_RDONLY,
      Linux.O_WRONLY,
      Linux.O_RDWR | Linux.O_APPEND,
      Linux.O_WRONLY | Linux.O_NONBLOCK,
      Linux.O_RDWR | Linux.O_DSYNC,
      Linux.O_WRONLY | Linux.O_SYNC,
      Linux.O_RDONLY | Linux.O_NOATIME | Linux.O_CLOEXEC
    };
    for (int i = 0; i < all.length; i++) {
      Path file = Files.writeString(dir.resolve("f" + i), "");
      setup.open(file, all[i]);
      int kept = Linux.O_CLOEXEC | Linux.O_ACCMODE | Linux.O_APPEND | Linux.O_NONBLOCK;
      kept |= Linux.O_SYNC | Linux.O_DSYNC | Linux.O_NOATIME;
      assertEquals(all[i] | Linux.O_CLOEXEC, flagsInKernel(file) & kept);
    }
  }

  @EverySetup
  void path_isGivenBack(Setup setup) throws IOException {
    Files.writeString(dir.resolve("f"), "");
    Path odd = dir.resolve("./f");
    assertEquals(odd.toString(), setup.open(odd, Linux.O_RDONLY).path());
    Aio there = setup.aio().at(setup.wd(dir));
    AioFile relative = setup.await(() -> there.open("f", Linux.O_RDONLY));
    assertEquals("f", relative.path());
    assertEquals("f", relative.priority(3).path());
    setup.await(relative::close);
  }

  @EverySetup
  void tmpfile_hasNoName(Setup setup) throws IOException {
    AioFile file = setup.open(dir, Linux.O_TMPFILE | Linux.O_RDWR, 0600);
    setup.await(() -> file.writeFully(0, Buffer.buffer("12345")));
    Stat stat = setup.await(file::stat);
    assertEquals(0, stat.nlink());
    assertEquals(5, stat.size());
    try (var names = Files.list(dir)) {
      assertEquals(0, names.count());
    }
  }

  @EverySetup
  void unknownFlags_areTheKernelsBusiness(Setup setup) throws IOException {
    // openat ignores bits that it does not know.
    Path file = Files.writeString(dir.resolve("f"), "12345");
    AioFile opened = setup.open(file, Linux.O_RDONLY | 1 << 30);
    assertEquals(5, setup.await(opened::stat).size());
    // All bits together mean O_PATH and O_DIRECTORY.
    setup.fails(Errno.ENOTDIR, () -> setup.aio().open(file.toString(), -1));
  }

  @EverySetup
  void devices_canBeOpened(Setup setup) {
    AioFile zero = setup.open(Path.of("/dev/zero"), Linux.O_RDONLY);
    assertEquals(Buffer.buffer(new byte[100]), setup.await(() -> zero.read(0, 100)));
    AioFile nothing = setup.open(Path.of("/dev/null"), Linux.O_RDWR);
    assertEquals(7, setup.await(() -> nothing.write(0, Buffer.buffer("1234567"))));
    assertEquals(0, setup.await(() -> nothing.read(0, 100)).length());
  }

  @EverySetup
  void oneFileTwice_twoDescriptors(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "12345");
    AioFile first = setup.open(file, Linux.O_RDONLY);
    AioFile second = setup.open(file, Linux.O_RDONLY);
    assertEquals(2, OpenDescriptors.now().below(file.toRealPath()).size());
    assertEquals(Buffer.buffer("123"), setup.await(() -> first.read(3)));
    setup.await(first::close);
    assertEquals(Buffer.buffer("12345"), setup.await(() -> second.read(10)));
  }

  @EverySetup
  void pipe_waitsForItsOtherEnd(Setup setup) throws Exception {
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    Future<AioFile> opening =
        setup.onContext(() -> setup.aio().open(pipe.toString(), Linux.O_RDONLY));
    assertThrows(TimeoutException.class, () -> opening.await(50, TimeUnit.MILLISECONDS));
    Files.writeString(pipe, "12345");
    AioFile file = Setup.await(opening);
    assertEquals(Buffer.buffer("12345"), setup.await(() -> file.read(10)));
    setup.await(file::close);
  }

  @EverySetup
  void readOnly_oftenAtOnce_neitherLeaksNorMixesUp(Setup setup) throws IOException {
    for (int i = 0; i < 10; i++) {
      Files.writeString(dir.resolve("f" + i), "" + i);
    }
    setup.await(
        () -> {
          List<Future<?>> all = new ArrayList<>();
          for (int i = 0; i < 300; i++) {
            Buffer expected = Buffer.buffer("" + i % 10);
            Path path = dir.resolve("f" + i % 10);
            all.add(
                setup
                    .aio()
                    .open(path.toString(), Linux.O_RDONLY | Linux.O_NOFOLLOW)
                    .compose(
                        file ->
                            file.read(0, 10)
                                .onSuccess(read -> assertEquals(expected, read))
                                .eventually(file::close)));
          }
          return Future.join(all);
        });
  }

  @EverySetup
  void readOnly_removedMeanwhile_isReadAndClosed(Setup setup) throws IOException {
    Path path = Files.writeString(dir.resolve("f"), "12345");
    AioFile file = setup.open(path, Linux.O_RDONLY);
    Files.delete(path);
    assertEquals(0, setup.await(file::stat).nlink());
    assertEquals(Buffer.buffer("12345"), setup.await(() -> file.read(0, 10)));
    setup.await(file::close);
  }

  @EverySetup
  void nonblockAndOthers_areKept(Setup setup) throws IOException {
    Path path = Files.writeString(dir.resolve("f"), "12345");
    for (int flag : new int[] {0, Linux.O_NONBLOCK, Linux.O_NOATIME, Linux.O_APPEND}) {
      AioFile file = setup.open(path, Linux.O_RDONLY | flag);
      int kept = Linux.O_NONBLOCK | Linux.O_NOATIME | Linux.O_APPEND | Linux.O_CLOEXEC;
      assertEquals(flag | Linux.O_CLOEXEC, flagsInKernel(path) & kept);
      setup.await(file::close);
    }
  }
}
