package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** allocate, compared with fallocate(1) on a file beside ours. */
class AllocateContractTest {
  private static final int BLOCK = 4096;

  @TempDir Path dir;
  private Path file;
  private Path twin;

  @BeforeEach
  void makeFiles() throws IOException {
    byte[] bytes = new byte[8 * BLOCK];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (1 + i / BLOCK);
    }
    file = Files.write(dir.resolve("file"), bytes);
    twin = Files.write(dir.resolve("twin"), bytes);
    Commands.bytes("sync", file.toString(), twin.toString());
  }

  private static String sizeAndBlocks(Path path) {
    return Commands.lines("stat", "-c", "%s %b", path.toString()).get(0);
  }

  /** Does the same to both files; skips the test where the file system cannot. */
  private void same(Setup setup, int mode, long offset, long length, String... option) {
    Commands.assume("fallocate");
    AioFile open = setup.open(file, Linux.O_RDWR);
    try {
      assertNull(setup.await(() -> open.allocate(mode, offset, length)));
    } catch (AioException e) {
      assumeFalse(e.errno() == Errno.EOPNOTSUPP, "the file system cannot do that");
      throw e;
    }
    String[] command = Arrays.copyOf(option, option.length + 5);
    System.arraycopy(option, 0, command, 1, option.length);
    command[0] = "fallocate";
    command[option.length + 1] = "-o" + offset;
    command[option.length + 2] = "-l" + length;
    command[option.length + 3] = "--";
    command[option.length + 4] = twin.toString();
    Commands.bytes(command);
    Commands.bytes("sync", file.toString(), twin.toString());
    assertEquals(sizeAndBlocks(twin), sizeAndBlocks(file));
    try {
      assertArrayEquals(Files.readAllBytes(twin), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @EverySetup
  void allocate_movesTheEnd(Setup setup) throws IOException {
    same(setup, 0, 4 * BLOCK, 12 * BLOCK + 1);
    assertEquals(16 * BLOCK + 1, Files.size(file));
  }

  @EverySetup
  void keepSize_doesNot(Setup setup) throws IOException {
    String before = sizeAndBlocks(file);
    same(setup, Linux.FALLOC_FL_KEEP_SIZE, 8 * BLOCK, 8 * BLOCK, "-n");
    assertEquals(8 * BLOCK, Files.size(file));
    assertTrue(!before.equals(sizeAndBlocks(file)), "no space was allocated: " + before);
  }

  @EverySetup
  void punchHole_givesSpaceBack(Setup setup) throws IOException {
    int mode = Linux.FALLOC_FL_PUNCH_HOLE | Linux.FALLOC_FL_KEEP_SIZE;
    same(setup, mode, BLOCK, 3 * BLOCK, "-p");
    assertEquals(0, Files.readAllBytes(file)[2 * BLOCK]);
    AioFile open = setup.open(file, Linux.O_RDONLY);
    assertEquals(BLOCK, setup.await(() -> open.seek(0, Linux.SEEK_HOLE)));
    assertEquals(4 * BLOCK, setup.await(() -> open.seek(BLOCK, Linux.SEEK_DATA)));
  }

  @EverySetup
  void zeroRange_readsAsZeros(Setup setup) throws IOException {
    same(setup, Linux.FALLOC_FL_ZERO_RANGE, BLOCK + 1, 2 * BLOCK, "-z");
    assertEquals(0, Files.readAllBytes(file)[2 * BLOCK]);
  }

  @EverySetup
  void collapseRange_closesTheGap(Setup setup) throws IOException {
    same(setup, Linux.FALLOC_FL_COLLAPSE_RANGE, BLOCK, 2 * BLOCK, "-c");
    assertEquals(6 * BLOCK, Files.size(file));
  }

  @EverySetup
  void insertRange_movesTheRest(Setup setup) throws IOException {
    same(setup, Linux.FALLOC_FL_INSERT_RANGE, BLOCK, 2 * BLOCK, "-i");
    assertEquals(10 * BLOCK, Files.size(file));
  }

  @EverySetup
  void unshareRange_asTheFileSystemSays(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDWR);
    String theirs = xfsIo("funshare 0 4096");
    if (theirs.contains("not supported")) {
      setup.fails(Errno.EOPNOTSUPP, () -> open.allocate(Linux.FALLOC_FL_UNSHARE_RANGE, 0, BLOCK));
    } else {
      setup.await(() -> open.allocate(Linux.FALLOC_FL_UNSHARE_RANGE, 0, BLOCK));
    }
  }

  private String xfsIo(String command) {
    Commands.assume("xfs_io");
    return Commands.outcome(List.of("xfs_io", "-c", command, twin.toString())).text();
  }

  @EverySetup
  void badArguments_failLikeTheKernel(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDWR);
    setup.fails(Errno.EINVAL, () -> open.allocate(0, 0, 0));
    setup.fails(Errno.EOPNOTSUPP, () -> open.allocate(Linux.FALLOC_FL_PUNCH_HOLE, 0, BLOCK));
    setup.fails(Errno.EOPNOTSUPP, () -> open.allocate(1 << 20, 0, BLOCK));
    setup.fails(Errno.EOPNOTSUPP, () -> open.allocate(-1, 0, BLOCK));
    setup.fails(Errno.EFBIG, () -> open.allocate(0, Long.MAX_VALUE, 1));
    setup.fails(Errno.EFBIG, () -> open.allocate(0, Long.MAX_VALUE - 10, 10));
    setup.fails(Errno.EINVAL, () -> open.allocate(Linux.FALLOC_FL_COLLAPSE_RANGE, 1, BLOCK));
    assertEquals(8 * BLOCK, file.toFile().length());
  }

  @EverySetup
  void negativeNumbers_throw(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDWR);
    setup.refuses(IllegalArgumentException.class, () -> open.allocate(0, -1, 1));
    setup.refuses(IllegalArgumentException.class, () -> open.allocate(0, 0, -1));
  }

  @EverySetup
  void filesThatCannot_fail(Setup setup) {
    AioFile readOnly = setup.open(file, Linux.O_RDONLY);
    AioException failure = setup.fails(Errno.EBADF, () -> readOnly.allocate(0, 0, 1));
    assertEquals("fallocate(\"" + file + "\"): Bad file descriptor (EBADF)", failure.getMessage());
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    AioFile open = setup.open(pipe, Linux.O_RDWR);
    setup.fails(Errno.ESPIPE, () -> open.allocate(0, 0, 1));
    AioFile nothing = setup.open(Path.of("/dev/null"), Linux.O_RDWR);
    setup.fails(Errno.ENODEV, () -> nothing.allocate(0, 0, 1));
  }
}
