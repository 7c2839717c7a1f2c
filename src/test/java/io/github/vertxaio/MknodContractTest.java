package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** mknod, as stat(1) sees what it made. */
class MknodContractTest {
  @TempDir Path dir;

  private static String kind(Path path) {
    return Commands.lines("stat", "-c", "%F %t %T", path.toString()).get(0);
  }

  @EverySetup
  void fifo_isAPipe(Setup setup) {
    Path pipe = dir.resolve("pipe");
    assertNull(setup.await(() -> setup.aio().mknod(pipe.toString(), Linux.S_IFIFO | 0600, 0)));
    assertEquals("fifo 0 0", kind(pipe));
    AioFile open = setup.open(pipe, Linux.O_RDWR);
    setup.await(() -> open.write(Buffer.buffer("12345")));
    assertEquals(Buffer.buffer("12345"), setup.await(() -> open.read(9)));
  }

  @EverySetup
  void mode_isReducedByTheUmask(Setup setup) {
    int umask = Integer.parseInt(Commands.lines("sh", "-c", "umask").get(0), 8);
    Aio there = setup.aio().at(setup.wd(dir));
    for (int mode : new int[] {0, 0600, 0666, 0777}) {
      setup.await(() -> there.mknod("p" + mode, Linux.S_IFIFO | mode, 0));
      Stat stat = setup.await(() -> there.stat("p" + mode));
      assertEquals(mode & ~umask, stat.permissions());
    }
  }

  @EverySetup
  void fileAndSocket_areMadeEmpty(Setup setup) {
    setup.await(() -> setup.aio().mknod(dir + "/file", Linux.S_IFREG | 0600, 0));
    assertEquals("regular empty file 0 0", kind(dir.resolve("file")));
    setup.await(() -> setup.aio().mknod(dir + "/untyped", 0600, 0));
    assertEquals("regular empty file 0 0", kind(dir.resolve("untyped")));
    setup.await(() -> setup.aio().mknod(dir + "/socket", Linux.S_IFSOCK | 0600, 0));
    assertEquals("socket 0 0", kind(dir.resolve("socket")));
  }

  @EverySetup
  void device_hasItsNumber(Setup setup) {
    Commands.assumeRoot("make devices");
    Path zero = dir.resolve("zero");
    long dev = Stat.makedev(1, 5);
    setup.await(() -> setup.aio().mknod(zero.toString(), Linux.S_IFCHR | 0600, dev));
    assertEquals("character special file 1 5", kind(zero));
    Path large = dir.resolve("large");
    long largest = Stat.makedev(0xFFF, 0xFFFFF);
    setup.await(() -> setup.aio().mknod(large.toString(), Linux.S_IFBLK | 0600, largest));
    assertEquals("block special file fff fffff", kind(large));
    assertEquals(largest, setup.await(() -> setup.aio().stat(large.toString())).rdev());
  }

  @EverySetup
  void deviceNumbersBeyondTheKernels_failEINVAL(Setup setup) {
    for (long dev : new long[] {1L << 32, -1, Long.MIN_VALUE, Stat.makedev(0x1000, 1)}) {
      setup.fails(Errno.EINVAL, () -> setup.aio().mknod(dir + "/x", Linux.S_IFCHR | 0600, dev));
    }
    assertFalse(Files.exists(dir.resolve("x")));
  }

  @EverySetup
  void otherTypes_areRefused(Setup setup) {
    String name = dir + "/x";
    setup.fails(Errno.EPERM, () -> setup.aio().mknod(name, Linux.S_IFDIR | 0700, 0));
    setup.fails(Errno.EINVAL, () -> setup.aio().mknod(name, Linux.S_IFLNK | 0700, 0));
    setup.fails(Errno.EINVAL, () -> setup.aio().mknod(name, Linux.S_IFMT | 0700, 0));
    AioException failure =
        setup.fails(Errno.EEXIST, () -> setup.aio().mknod(dir.toString(), Linux.S_IFIFO | 0600, 0));
    assertEquals("mknod(\"" + dir + "\"): File exists (EEXIST)", failure.getMessage());
    assertFalse(Files.exists(dir.resolve("x")));
  }
}
