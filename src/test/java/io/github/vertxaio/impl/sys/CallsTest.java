package io.github.vertxaio.impl.sys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.testing.Commands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bindings against the machine: results, errnos, constants, and what is checked before. */
class CallsTest {
  @TempDir Path dir;

  private final Scratch scratch = new Scratch(1 << 16);

  @AfterEach
  void close() {
    scratch.close();
  }

  private static byte[] bytes(Path path) {
    return path.toString().getBytes();
  }

  private int open(Path path, int flags) {
    long fd = PathCalls.openat(scratch, Linux.AT_FDCWD, bytes(path), flags, 0600);
    assertTrue(fd >= 0, "errno " + -fd);
    return (int) fd;
  }

  @Test
  void failures_areErrnosNegated() throws Exception {
    Path file = Files.writeString(dir.resolve("file"), "x");
    byte[] missing = bytes(dir.resolve("missing"));
    assertEquals(-Errno.ENOENT, PathCalls.openat(scratch, Linux.AT_FDCWD, missing, 0, 0));
    assertEquals(-Errno.ENOENT, PathCalls.statx(scratch, Linux.AT_FDCWD, missing, 0));
    assertEquals(-Errno.EEXIST, PathCalls.mkdirat(scratch, Linux.AT_FDCWD, bytes(dir), 0700));
    assertEquals(-Errno.ENOTDIR, PathCalls.unlinkat(scratch, Linux.AT_FDCWD, bytes(file), 0x200));
    assertEquals(-Errno.EINVAL, LinkCalls.readlinkat(scratch, Linux.AT_FDCWD, bytes(file)));
    assertEquals(-Errno.EBADF, FileCalls.close(-1));
    assertEquals(-Errno.EBADF, FileCalls.fsync(-1));
    assertEquals(-Errno.EBADF, FileCalls.lseek(-1, 0, 0));
    assertEquals(-Errno.EBADF, FileCalls.fstat(scratch, 1_000_000));
    int fd = open(file, Linux.O_RDONLY);
    assertEquals(-Errno.EINVAL, FileCalls.lseek(fd, -1, 0));
    assertEquals(0, FileCalls.close(fd));
  }

  @Test
  void transfers_stayInsideTheirMemory() throws Exception {
    Path path = Files.writeString(dir.resolve("file"), "0123456789");
    int fd = open(path, Linux.O_RDWR);
    try (NativeMemory memory = NativeMemory.allocate(8)) {
      assertEquals(8, FileCalls.read(fd, memory, 0, 8, 0));
      assertEquals('7', memory.bytes().get(7));
      assertEquals(2, FileCalls.read(fd, memory, 2, 6, 8));
      assertEquals('9', memory.bytes().get(3));
      assertEquals('4', memory.bytes().get(4));
      assertThrows(IndexOutOfBoundsException.class, () -> FileCalls.read(fd, memory, 1, 8, 0));
      assertThrows(IndexOutOfBoundsException.class, () -> FileCalls.write(fd, memory, -1, 8, 0));
      assertThrows(
          IndexOutOfBoundsException.class,
          () -> FileCalls.readCached(scratch, fd, memory, 0, 9, 0));
      assertEquals(3, FileCalls.write(fd, memory, 0, 3, 7));
    }
    assertEquals(0, FileCalls.close(fd));
    assertEquals("0123456018", Files.readString(path));
  }

  @Test
  void copyFileRange_isMadeByTheKernel() throws Exception {
    int in = open(Files.writeString(dir.resolve("in"), "0123456789"), Linux.O_RDONLY);
    int out = open(dir.resolve("out"), Linux.O_WRONLY | Linux.O_CREAT);
    assertEquals(7, CopyCalls.copyFileRange(scratch, in, out, 3, 100));
    FileCalls.close(in);
    FileCalls.close(out);
    assertEquals("\0\0\0003456789", Files.readString(dir.resolve("out")));
  }

  @Test
  void noBinding_hasSixParameters_ofWhichTheLastWouldBeLost() {
    assertEquals(
        List.of(),
        Stream.of(LibC.class, LibMemory.class)
            .flatMap(type -> Stream.of(type.getMethods()))
            .filter(m -> m.getParameterCount() == 6)
            .toList());
  }

  @Test
  void fileSystemType_isWhatStatSays() {
    int fd = open(dir, Linux.O_RDONLY);
    String expected = Commands.lines("stat", "-f", "-c", "%t", dir.toString()).get(0);
    assertEquals(expected, Long.toHexString(FileCalls.fileSystemType(scratch, fd)));
    FileCalls.close(fd);
  }

  @Test
  void errnos_haveTheNamesAndMessagesOfTheMachine() {
    Map<Integer, String> some =
        Map.of(
            Errno.ENOENT, "No such file or directory",
            Errno.EACCES, "Permission denied",
            Errno.ENOSPC, "No space left on device",
            Errno.ELOOP, "Too many levels of symbolic links");
    some.forEach((errno, message) -> assertEquals(message, Errno.message(errno)));
    assertEquals("ENOENT", Errno.name(Errno.ENOENT));
    assertEquals("EAGAIN", Errno.name(Errno.EAGAIN));
    List<String> cat = List.of("cat", dir + "/missing");
    assertTrue(Commands.outcome(cat).text().contains(Errno.message(Errno.ENOENT)));
    assertNotNull(Errno.name(9999));
    assertNotNull(Errno.message(-1));
  }

  @Test
  void constants_areThoseOfTheMachine() throws Exception {
    assertEquals(-100, Linux.AT_FDCWD);
    assertEquals(4096, Linux.PATH_MAX);
    assertEquals(0170000, Linux.S_IFMT);
    assertEquals(02000000, Linux.O_CLOEXEC);
    Path file = Files.writeString(dir.resolve("file"), "");
    int mode = (Integer) Files.getAttribute(file, "unix:mode");
    assertEquals(Linux.S_IFREG, mode & Linux.S_IFMT);
    int sub = (Integer) Files.getAttribute(dir, "unix:mode");
    assertEquals(Linux.S_IFDIR, sub & Linux.S_IFMT);
  }

  @Test
  void ringProbe_tellsWhatTheKernelHas() {
    RingProbe probe = RingProbe.ask();
    assertTrue(probe.status().length() > 0);
    if (probe.supports(Linux.IORING_OP_NOP)) {
      assertTrue(probe.status().endsWith("opcodes"), probe.status());
    } else {
      assertTrue(probe.status().startsWith("io_uring is denied"), probe.status());
    }
  }
}
