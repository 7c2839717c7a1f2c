package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.impl.sys.Structs;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.OpenDescriptors;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** fcntl with numbers and with structures, as /proc and other processes see it. */
class FcntlContractTest {
  @TempDir Path dir;
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.writeString(dir.resolve("file"), "0123456789");
  }

  private AioFile open(Setup setup) {
    return setup.open(file, Linux.O_RDWR);
  }

  /** The flags that /proc shows, O_CLOEXEC among them. */
  private int flags() throws IOException {
    int number = OpenDescriptors.now().numberOf(file.toRealPath());
    List<String> info = Files.readAllLines(Path.of("/proc/self/fdinfo/" + number));
    return Integer.parseInt(info.get(1).split("\\s+")[1], 8);
  }

  private static Buffer lock(int type, long start, long length) {
    return Buffer.buffer(new byte[Structs.Flock.SIZE])
        .setShortLE(Structs.Flock.L_TYPE, (short) type)
        .setShortLE(Structs.Flock.L_WHENCE, (short) Linux.SEEK_SET)
        .setLongLE(Structs.Flock.L_START, start)
        .setLongLE(Structs.Flock.L_LEN, length);
  }

  @EverySetup
  void flags_areReadAndSet(Setup setup) throws IOException {
    AioFile open = open(setup);
    assertEquals(
        flags() & ~Linux.O_CLOEXEC, setup.await(() -> open.fcntl(Linux.F_GETFL, 0)).intValue());
    assertEquals(Linux.FD_CLOEXEC, setup.await(() -> open.fcntl(Linux.F_GETFD, 0)));
    assertEquals(0, setup.await(() -> open.fcntl(Linux.F_SETFL, Linux.O_APPEND)));
    assertEquals(Linux.O_APPEND, flags() & Linux.O_APPEND);
    setup.await(() -> open.write(Buffer.buffer("x")));
    assertEquals("0123456789x", Files.readString(file));
    setup.await(() -> open.fcntl(Linux.F_SETFL, Linux.O_NOATIME));
    assertEquals(Linux.O_NOATIME, flags() & (Linux.O_APPEND | Linux.O_NOATIME));
  }

  @EverySetup
  void pipeSize_isSet(Setup setup) {
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    AioFile open = setup.open(pipe, Linux.O_RDWR);
    int size = 1 << 18;
    assertEquals(size, setup.await(() -> open.fcntl(Linux.F_SETPIPE_SZ, size)));
    assertEquals(size, setup.await(() -> open.fcntl(Linux.F_GETPIPE_SZ, 0)));
    AioFile noPipe = open(setup);
    setup.fails(Errno.EBADF, () -> noPipe.fcntl(Linux.F_GETPIPE_SZ, 0));
  }

  @EverySetup
  void lockOfAnOpenFile_keepsOthersOut(Setup setup) throws IOException {
    AioFile ours = open(setup);
    AioFile theirs = open(setup);
    assertEquals(0, setup.await(() -> ours.fcntl(Linux.F_OFD_SETLK, lock(Linux.F_WRLCK, 2, 5))));
    Object inode = Files.getAttribute(file, "unix:ino");
    assertTrue(
        Files.readAllLines(Path.of("/proc/locks")).stream()
            .anyMatch(l -> l.matches(".*OFDLCK.*WRITE.*:" + inode + " 2 6")));
    Buffer other = lock(Linux.F_RDLCK, 0, 0);
    setup.fails(Errno.EAGAIN, () -> theirs.fcntl(Linux.F_OFD_SETLK, other));
    setup.await(() -> theirs.fcntl(Linux.F_OFD_GETLK, other));
    assertEquals(Linux.F_WRLCK, other.getShortLE(Structs.Flock.L_TYPE));
    assertEquals(2, other.getLongLE(Structs.Flock.L_START));
    assertEquals(5, other.getLongLE(Structs.Flock.L_LEN));
    setup.await(() -> ours.fcntl(Linux.F_OFD_SETLK, lock(Linux.F_UNLCK, 2, 5)));
    setup.await(() -> theirs.fcntl(Linux.F_OFD_SETLK, lock(Linux.F_RDLCK, 0, 0)));
  }

  @EverySetup
  void shortBuffer_keepsItsLength(Setup setup) {
    AioFile open = open(setup);
    Buffer two = Buffer.buffer(new byte[] {(byte) Linux.F_WRLCK, 0});
    assertEquals(0, setup.await(() -> open.fcntl(Linux.F_OFD_GETLK, two)));
    assertEquals(2, two.length());
    assertEquals(Linux.F_UNLCK, two.getShortLE(0));
    Buffer part = Buffer.buffer("xx").appendBuffer(lock(Linux.F_WRLCK, 0, 0)).slice(2, 34);
    setup.await(() -> open.fcntl(Linux.F_OFD_GETLK, part));
    assertEquals(Linux.F_UNLCK, part.getShortLE(Structs.Flock.L_TYPE));
  }

  @EverySetup
  void failure_leavesTheBufferAsItWas(Setup setup) {
    AioFile open = open(setup);
    Buffer wrong = lock(99, 0, 0);
    Buffer before = wrong.copy();
    setup.fails(Errno.EINVAL, () -> open.fcntl(Linux.F_OFD_SETLK, wrong));
    assertEquals(before, wrong);
  }

  @EverySetup
  void whatMayBeAnAddress_isRefused(Setup setup) {
    AioFile open = open(setup);
    for (int number : new int[] {1 << 16, 0x7FFF0000, Integer.MAX_VALUE}) {
      for (int command : new int[] {Linux.F_GETLK, Linux.F_OFD_GETLK, Linux.F_GETOWN_EX, 12345}) {
        setup.refuses(IllegalArgumentException.class, () -> open.fcntl(command, number));
      }
    }
    for (int number : new int[] {0, 1, 4096, 65535, -1, -4096, Integer.MIN_VALUE}) {
      setup.fails(Errno.EFAULT, () -> open.fcntl(Linux.F_OFD_GETLK, number));
      setup.fails(Errno.EFAULT, () -> open.fcntl(Linux.F_GETOWN_EX, number));
    }
    setup.refuses(
        IllegalArgumentException.class, () -> open.fcntl(Linux.F_SETFL, Buffer.buffer("1234")));
  }

  @EverySetup
  void descriptorWithoutOwner_isNotMade(Setup setup) {
    AioFile open = open(setup);
    for (int command : new int[] {Linux.F_DUPFD, Linux.F_DUPFD_CLOEXEC}) {
      setup.refuses(IllegalArgumentException.class, () -> open.fcntl(command, 0));
      setup.refuses(
          IllegalArgumentException.class, () -> open.fcntl(command, Buffer.buffer("1234")));
    }
  }

  @EverySetup
  void unknownCommands_failEINVAL(Setup setup) {
    AioFile open = open(setup);
    AioException failure = setup.fails(Errno.EINVAL, () -> open.fcntl(12345, 0));
    assertEquals("fcntl(\"" + file + "\"): Invalid argument (EINVAL)", failure.getMessage());
    setup.fails(Errno.EINVAL, () -> open.fcntl(-1, Buffer.buffer("1234")));
    setup.refuses(NullPointerException.class, () -> open.fcntl(Linux.F_OFD_GETLK, null));
  }
}
