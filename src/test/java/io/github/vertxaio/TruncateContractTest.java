package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** truncate on paths, in working directories, and on open files. */
class TruncateContractTest {
  @TempDir Path dir;
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.writeString(dir.resolve("file"), "0123456789");
  }

  private List<Function<Long, AioRequest<Void>>> all(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDWR);
    Aio there = setup.aio().at(setup.wd(dir));
    return List.of(
        size -> setup.aio().truncate(file.toString(), size),
        size -> there.truncate("file", size),
        open::truncate);
  }

  @EverySetup
  void smaller_cuts_andLarger_addsZeros(Setup setup) throws IOException {
    for (Function<Long, AioRequest<Void>> truncate : all(setup)) {
      Files.writeString(file, "0123456789");
      assertNull(setup.await(() -> truncate.apply(4L)));
      assertEquals("0123", Files.readString(file));
      setup.await(() -> truncate.apply(6L));
      assertEquals("0123\0\0", Files.readString(file));
      setup.await(() -> truncate.apply(0L));
      assertEquals("", Files.readString(file));
    }
  }

  @EverySetup
  void beyond4GiB_isSparse(Setup setup) throws IOException {
    for (Function<Long, AioRequest<Void>> truncate : all(setup)) {
      setup.await(() -> truncate.apply((1L << 33) + 1));
      assertEquals((1L << 33) + 1, Files.size(file));
      long blocks = setup.await(() -> setup.aio().stat(file.toString())).blocks();
      assertEquals(0, blocks, 16, "blocks");
      setup.await(() -> truncate.apply(1L));
    }
  }

  @EverySetup
  void tooLarge_failsEFBIG(Setup setup) {
    for (Function<Long, AioRequest<Void>> truncate : all(setup)) {
      setup.fails(Errno.EFBIG, () -> truncate.apply(Long.MAX_VALUE));
    }
    assertEquals(10, file.toFile().length());
  }

  @EverySetup
  void negative_throws(Setup setup) {
    for (Function<Long, AioRequest<Void>> truncate : all(setup)) {
      setup.refuses(IllegalArgumentException.class, () -> truncate.apply(-1L));
      setup.refuses(IllegalArgumentException.class, () -> truncate.apply(Long.MIN_VALUE));
    }
  }

  @EverySetup
  void whatIsNoFile_fails(Setup setup) throws IOException {
    Commands.bytes("mkfifo", dir + "/pipe");
    Files.createSymbolicLink(dir.resolve("dangling"), Path.of("nowhere"));
    Aio there = setup.aio().at(setup.wd(dir));
    for (Function<String, AioRequest<Void>> truncate :
        List.<Function<String, AioRequest<Void>>>of(
            name -> setup.aio().truncate(dir + "/" + name, 0), name -> there.truncate(name, 0))) {
      assertEquals("truncate", setup.fails(Errno.EISDIR, () -> truncate.apply(".")).call());
      setup.fails(Errno.EINVAL, () -> truncate.apply("pipe"));
      setup.fails(Errno.ENOENT, () -> truncate.apply("missing"));
      setup.fails(Errno.ENOENT, () -> truncate.apply("dangling"));
    }
  }

  @EverySetup
  void link_isFollowed_inAWorkingDirectoryToo(Setup setup) throws IOException {
    Files.createSymbolicLink(dir.resolve("link"), Path.of("file"));
    Aio there = setup.aio().at(setup.wd(dir));
    setup.await(() -> there.truncate("link", 3));
    assertEquals("012", Files.readString(file));
    setup.await(() -> setup.aio().truncate(dir + "/link", 2));
    assertEquals("01", Files.readString(file));
  }

  @EverySetup
  void notOpenForWriting_failsEINVAL(Setup setup) {
    AioFile readOnly = setup.open(file, Linux.O_RDONLY);
    AioException failure = setup.fails(Errno.EINVAL, () -> readOnly.truncate(0));
    assertEquals("ftruncate(\"" + file + "\"): Invalid argument (EINVAL)", failure.getMessage());
    AioFile pathOnly = setup.open(file, Linux.O_PATH);
    setup.fails(Errno.EBADF, () -> pathOnly.truncate(0));
  }
}
