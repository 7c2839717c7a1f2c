package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.vertxaio.impl.sys.Structs;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.OpenDescriptors;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** ioctl with numbers and with structures, compared with lsattr, stat and fiemap. */
class IoctlContractTest {
  private static final int NODUMP = 0x40;

  @TempDir Path dir;
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.writeString(dir.resolve("file"), "0123456789");
    Commands.bytes("sync", file.toString());
  }

  private AioFile open(Setup setup) {
    return setup.open(file, Linux.O_RDWR);
  }

  private String lsattr() {
    Commands.assume("lsattr");
    Commands.Outcome outcome = Commands.outcome(List.of("lsattr", file.toString()));
    assumeFalse(outcome.status() != 0, "the file system has no such flags: " + outcome.text());
    return outcome.text().split(" ")[0];
  }

  @EverySetup
  void flagsOfAFile_areReadAndSet(Setup setup) {
    AioFile open = open(setup);
    boolean extents = lsattr().contains("e");
    Buffer flags = Buffer.buffer(new byte[Long.BYTES]);
    assertEquals(0, setup.await(() -> open.ioctl(Linux.FS_IOC_GETFLAGS, flags)));
    assertEquals(extents, (flags.getIntLE(0) & 0x80000) != 0, lsattr());
    assertEquals(0, flags.getIntLE(0) & NODUMP);
    flags.setIntLE(0, flags.getIntLE(0) | NODUMP);
    setup.await(() -> open.ioctl(Linux.FS_IOC_SETFLAGS, flags));
    assertTrue(lsattr().contains("d"), lsattr());
    Buffer again = Buffer.buffer(new byte[Integer.BYTES]);
    setup.await(() -> open.ioctl(Linux.FS_IOC_GETFLAGS, again));
    assertEquals(flags.getIntLE(0), again.getIntLE(0));
  }

  @EverySetup
  void blockSize_isThatOfTheFileSystem(Setup setup) {
    AioFile open = open(setup);
    Buffer size = Buffer.buffer(new byte[Integer.BYTES]);
    assertEquals(0, setup.await(() -> open.ioctl(Linux.FIGETBSZ, size)));
    assertEquals(
        Commands.lines("stat", "-f", "-c", "%s", file.toString()).get(0), "" + size.getIntLE(0));
  }

  @EverySetup
  void bytesInAPipe_areCounted(Setup setup) {
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    AioFile open = setup.open(pipe, Linux.O_RDWR);
    setup.await(() -> open.write(Buffer.buffer("12345")));
    Buffer count = Buffer.buffer(new byte[Integer.BYTES]);
    setup.await(() -> open.ioctl(Linux.FIONREAD, count));
    assertEquals(5, count.getIntLE(0));
  }

  @EverySetup
  void number_isPassed(Setup setup) throws IOException {
    AioFile open = open(setup);
    assertEquals(0, setup.await(() -> open.ioctl(Linux.FIONCLEX, 0)));
    assertEquals(0, setup.await(() -> open.fcntl(Linux.F_GETFD, 0)));
    assertEquals(0, setup.await(() -> open.ioctl(Linux.FIOCLEX, 0)));
    int number = OpenDescriptors.now().numberOf(file.toRealPath());
    String flags = Files.readAllLines(Path.of("/proc/self/fdinfo/" + number)).get(1);
    assertEquals(Linux.O_CLOEXEC, Integer.parseInt(flags.split("\\s+")[1], 8) & Linux.O_CLOEXEC);
  }

  @EverySetup
  void shortBuffer_getsWhatFits(Setup setup) {
    AioFile open = open(setup);
    Buffer empty = Buffer.buffer();
    assertEquals(0, setup.await(() -> open.ioctl(Linux.FIGETBSZ, empty)));
    assertEquals(0, empty.length());
    Buffer one = Buffer.buffer(new byte[] {1});
    setup.await(() -> open.ioctl(Linux.FIGETBSZ, one));
    assertEquals(1, one.length());
    assertEquals(0, one.getByte(0), "the lowest byte of the block size");
  }

  private static Buffer fiemap(int extents, int room) {
    int size = Structs.Fiemap.SIZE + room * Structs.FiemapExtent.SIZE;
    return Buffer.buffer(new byte[size])
        .setLongLE(Structs.Fiemap.FM_LENGTH, Linux.FIEMAP_MAX_OFFSET)
        .setIntLE(Structs.Fiemap.FM_EXTENT_COUNT, extents);
  }

  @EverySetup
  void structureWithParts_isFilled(Setup setup) {
    AioFile open = open(setup);
    Buffer map = fiemap(2, 2);
    try {
      setup.await(() -> open.ioctl(Linux.FS_IOC_FIEMAP, map));
    } catch (AioException e) {
      assumeFalse(e.errno() == Errno.EOPNOTSUPP, "the file system has no extents");
      throw e;
    }
    List<Extent> extents = setup.await(() -> open.fiemap(0, Linux.FIEMAP_MAX_OFFSET, 0));
    assertEquals(extents.size(), map.getIntLE(Structs.Fiemap.FM_MAPPED_EXTENTS));
    int physical = Structs.Fiemap.SIZE + Structs.FiemapExtent.FE_PHYSICAL;
    assertEquals(extents.get(0).physical(), map.getLongLE(physical));
  }

  @EverySetup
  void structureWithMoreParts_thanFit_isRefused(Setup setup) {
    AioFile open = open(setup);
    for (Buffer map : List.of(fiemap(1, 0), fiemap(3, 2), fiemap(-1, 2), fiemap(1000, 999))) {
      setup.fails(IllegalArgumentException.class, () -> open.ioctl(Linux.FS_IOC_FIEMAP, map));
    }
    Buffer dedupe =
        Buffer.buffer(new byte[Structs.FileDedupeRange.SIZE])
            .setShortLE(Structs.FileDedupeRange.DEST_COUNT, (short) 1);
    setup.fails(IllegalArgumentException.class, () -> open.ioctl(Linux.FIDEDUPERANGE, dedupe));
  }

  @EverySetup
  void whatMayBeAnAddress_isRefused(Setup setup) {
    AioFile open = open(setup);
    for (int number : new int[] {1 << 16, 0x7FFF0000, Integer.MAX_VALUE}) {
      for (long request : new long[] {Linux.FIGETBSZ, Linux.FS_IOC_GETFLAGS, 0x12345678}) {
        setup.refuses(IllegalArgumentException.class, () -> open.ioctl(request, number));
      }
    }
    for (int number : new int[] {0, 1, 65535, -1, Integer.MIN_VALUE}) {
      setup.fails(Errno.EFAULT, () -> open.ioctl(Linux.FIGETBSZ, number));
    }
    setup.refuses(
        IllegalArgumentException.class, () -> open.ioctl(Linux.BLKRASET, Buffer.buffer("1234")));
  }

  @EverySetup
  void anotherFile_isPassedAsItsDescriptor(Setup setup) throws IOException {
    AioFile open = open(setup);
    Path other = Files.writeString(dir.resolve("other"), "abc");
    AioFile source = setup.open(other, Linux.O_RDONLY);
    boolean cloned =
        setup.await(
            () ->
                open.ioctl(Linux.FICLONE, source)
                    .map(true)
                    .recover(e -> Future.succeededFuture(isRefusal(e))));
    assertEquals(cloned ? "abc" : "0123456789", Files.readString(file));
    AioFile pipe = setup.open(Path.of("/proc/self/status"), Linux.O_RDONLY);
    AioException failure = setup.fails(Errno.EXDEV, () -> open.ioctl(Linux.FICLONE, pipe));
    assertEquals(List.of(file.toString(), "/proc/self/status"), failure.paths());
    setup.fails(Errno.EBADF, () -> source.ioctl(Linux.FICLONE, open));
    setup.await(source::close);
    setup.fails(Errno.EBADF, () -> open.ioctl(Linux.FICLONE, source));
    setup.fails(Errno.EBADF, () -> source.ioctl(Linux.FICLONE, open));
    setup.refuses(NullPointerException.class, () -> open.ioctl(Linux.FICLONE, (AioFile) null));
  }

  /** False for what file systems say that share no blocks. */
  private static boolean isRefusal(Throwable failure) {
    assertEquals(Errno.EOPNOTSUPP, ((AioException) failure).errno());
    return false;
  }

  @EverySetup
  void unknownRequests_failENOTTY(Setup setup) {
    AioFile open = open(setup);
    Buffer argument = Buffer.buffer("1234");
    AioException failure = setup.fails(Errno.ENOTTY, () -> open.ioctl(0x12345678, argument));
    assertEquals("ioctl", failure.call());
    setup.fails(Errno.ENOTTY, () -> open.ioctl(Linux.BLKRASET, 1 << 20));
    setup.fails(Errno.ENOTTY, () -> open.ioctl(-1, 0));
    assertEquals(Buffer.buffer("1234"), argument);
    setup.refuses(NullPointerException.class, () -> open.ioctl(Linux.FIGETBSZ, (Buffer) null));
  }

  @EverySetup
  void manyAtOnce_eachHaveTheirOwnAnswer(Setup setup) {
    AioFile open = open(setup);
    Buffer[] sizes = new Buffer[100];
    Arrays.setAll(sizes, i -> Buffer.buffer(new byte[Integer.BYTES + i]));
    for (Buffer size : sizes) {
      setup.onContext(() -> open.ioctl(Linux.FIGETBSZ, size));
    }
    setup.await(open::close);
    for (Buffer size : sizes) {
      assertEquals(sizes[0].getIntLE(0), size.getIntLE(0));
      assertTrue(size.getIntLE(0) > 0);
    }
  }
}
