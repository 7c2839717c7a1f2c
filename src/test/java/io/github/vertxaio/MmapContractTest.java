package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.MappedRange;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** mmap and munmap, as /proc, cmp and java.nio see them. */
class MmapContractTest {
  private static final int PAGE = MappedRegion.PAGESIZE;
  private static final int RW = Linux.PROT_READ | Linux.PROT_WRITE;

  @TempDir Path dir;
  private Path file;
  private byte[] contents;

  @BeforeEach
  void makeFile() throws IOException {
    dir = dir.toRealPath();
    contents = new byte[3 * PAGE];
    new Random(1).nextBytes(contents);
    file = Files.write(dir.resolve("file"), contents);
  }

  @EverySetup
  void pagesize_isTheSystems(Setup setup) {
    assertEquals(List.of("" + PAGE), Commands.lines("getconf", "PAGESIZE"));
    assertTrue(setup.aio().engineInfo().ready());
  }

  @EverySetup
  void sharedFile_isWhatTheFileIs_inBothDirections(Setup setup) throws IOException {
    AioFile open = setup.open(file, Linux.O_RDWR);
    MappedRegion region = setup.map(() -> open.mmap(PAGE, 2 * PAGE, RW, Linux.MAP_SHARED));
    assertEquals(2 * PAGE, region.length());
    List<MappedRange> ranges = MappedRange.of(file);
    assertEquals(1, ranges.size());
    assertEquals("rw-s", ranges.get(0).rights());
    assertEquals(PAGE, ranges.get(0).offset());
    assertEquals(2 * PAGE, ranges.get(0).length());
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer theirs = channel.map(FileChannel.MapMode.READ_ONLY, PAGE, 2 * PAGE);
      assertEquals(theirs, region.byteBuf().nioBuffer());
      region.buffer().setString(PAGE - 3, "across pages");
      region.byteBuf().setLong(0, 0x0102030405060708L);
      assertEquals(0x0102030405060708L, theirs.getLong(0));
      assertEquals(theirs, region.byteBuf().nioBuffer());
    }
    Path copy = Files.write(dir.resolve("copy"), contents);
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap("across pages".getBytes()), 2 * PAGE - 3);
      channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}), PAGE);
    }
    Commands.bytes("cmp", file.toString(), copy.toString());
    setup.await(() -> open.write(PAGE + 100, Buffer.buffer("from the file")));
    assertEquals("from the file", region.buffer().getString(100, 113));
  }

  @EverySetup
  void privateFile_keepsItsChanges(Setup setup) throws IOException {
    AioFile open = setup.open(file, Linux.O_RDONLY);
    MappedRegion region = setup.map(() -> open.mmap(0, 3 * PAGE, RW, Linux.MAP_PRIVATE));
    assertEquals("rw-p", MappedRange.of(file).get(0).rights());
    region.buffer().setString(5, "changed");
    assertEquals("changed", region.buffer().getString(5, 12));
    assertArrayEquals(contents, Files.readAllBytes(file));
  }

  @EverySetup
  void fileMayBeClosed_andMunmapTakesAllAway(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDONLY);
    MappedRegion region =
        setup.map(() -> open.mmap(0, 10, Linux.PROT_READ, Linux.MAP_SHARED | Linux.MAP_POPULATE));
    setup.await(open::close);
    byte[] bytes = new byte[10];
    region.byteBuf().getBytes(0, bytes);
    assertArrayEquals(java.util.Arrays.copyOf(contents, 10), bytes);
    assertEquals(PAGE, MappedRange.of(file).get(0).bytes("Rss"));
    assertNull(setup.await(region::close));
    assertEquals(List.of(), MappedRange.of(file));
    setup.await(region::close);
    setup.await(region.priority(3)::close);
  }

  @EverySetup
  void anonymousMemory_isZero_andItsOwn(Setup setup) {
    for (int kind : new int[] {Linux.MAP_PRIVATE, Linux.MAP_SHARED}) {
      MappedRegion one = setup.map(() -> setup.aio().mmap(100_000, RW, kind));
      MappedRegion other =
          setup.map(() -> setup.aio().mmap(100_000, RW, kind | Linux.MAP_ANONYMOUS));
      assertEquals(Buffer.buffer(new byte[100_000]), one.buffer());
      one.buffer().setString(50_000, "x".repeat(50_000));
      assertEquals("x".repeat(50_000), one.buffer().getString(50_000, 100_000));
      assertEquals(Buffer.buffer(new byte[100_000]), other.buffer());
    }
  }

  @EverySetup
  void sharedAnonymousMemory_hasItsLengthAndRights(Setup setup) {
    long length = 12_345L * PAGE;
    MappedRegion region =
        setup.map(() -> setup.aio().mmap(length - 7, Linux.PROT_READ, Linux.MAP_SHARED));
    List<MappedRange> ranges =
        MappedRange.all().stream().filter(range -> range.length() == length).toList();
    assertEquals(1, ranges.size());
    assertEquals("r--s", ranges.get(0).rights());
    setup.await(region::close);
    assertTrue(MappedRange.all().stream().noneMatch(range -> range.length() == length));
  }

  @EverySetup
  void moreThanTwoGibibytes_haveBuffersOfParts(Setup setup) {
    long length = 5L << 30;
    int flags = Linux.MAP_PRIVATE | Linux.MAP_NORESERVE;
    MappedRegion region = setup.map(() -> setup.aio().mmap(length, RW, flags));
    region.buffer(-8, 8).setLong(0, 42);
    assertEquals(42, region.buffer(length - 100, 100).getLong(92));
    assertEquals(0, region.buffer(0, 1 << 30).getLong((1 << 30) - 8));
    setup.refuses(ArithmeticException.class, region::buffer);
    setup.refuses(IndexOutOfBoundsException.class, () -> region.buffer(length - 7, 8));
    setup.refuses(IndexOutOfBoundsException.class, () -> region.buffer(-length - 1, 8));
    setup.refuses(IllegalArgumentException.class, () -> region.buffer(0, -1));
  }

  @EverySetup
  void whatTheKernelRefuses_fails(Setup setup) throws IOException {
    AioFile readOnly = setup.open(file, Linux.O_RDONLY);
    AioException failure =
        setup.fails(Errno.EACCES, () -> readOnly.mmap(0, PAGE, RW, Linux.MAP_SHARED));
    assertEquals("mmap(\"" + file + "\"): Permission denied (EACCES)", failure.getMessage());
    setup.fails(Errno.EINVAL, () -> readOnly.mmap(1, PAGE, Linux.PROT_READ, Linux.MAP_SHARED));
    setup.fails(Errno.EINVAL, () -> readOnly.mmap(0, PAGE, Linux.PROT_READ, 0));
    AioFile writeOnly = setup.open(file, Linux.O_WRONLY);
    setup.fails(Errno.EACCES, () -> writeOnly.mmap(0, 1, Linux.PROT_WRITE, Linux.MAP_SHARED));
    AioFile directory = setup.open(dir, Linux.O_RDONLY);
    setup.fails(Errno.ENODEV, () -> directory.mmap(0, 1, Linux.PROT_READ, Linux.MAP_SHARED));
    AioFile pathOnly = setup.open(file, Linux.O_PATH);
    setup.fails(Errno.EBADF, () -> pathOnly.mmap(0, 1, Linux.PROT_READ, Linux.MAP_SHARED));
    for (long length : new long[] {1L << 60, Long.MAX_VALUE - PAGE, Long.MAX_VALUE}) {
      setup.fails(Errno.ENOMEM, () -> setup.aio().mmap(length, RW, Linux.MAP_PRIVATE));
      setup.fails(Errno.ENOMEM, () -> readOnly.mmap(0, length, 1, Linux.MAP_SHARED));
    }
    AioException memory = setup.fails(Errno.EINVAL, () -> setup.aio().mmap(1, RW, 0));
    assertEquals("mmap(): Invalid argument (EINVAL)", memory.getMessage());
    setup.fails(
        Errno.EOPNOTSUPP, () -> readOnly.mmap(0, 1, 1, Linux.MAP_SHARED_VALIDATE | Linux.MAP_SYNC));
  }

  @EverySetup
  void whatWouldNotBeSafe_throws(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDWR);
    int kind = Linux.MAP_PRIVATE;
    for (int flag : new int[] {Linux.MAP_FIXED, Linux.MAP_FIXED_NOREPLACE, Linux.MAP_GROWSDOWN}) {
      setup.refuses(IllegalArgumentException.class, () -> setup.aio().mmap(PAGE, RW, kind | flag));
      setup.refuses(IllegalArgumentException.class, () -> open.mmap(0, PAGE, RW, kind | flag));
    }
    setup.refuses(
        IllegalArgumentException.class, () -> open.mmap(0, 1, RW, kind | Linux.MAP_ANONYMOUS));
    for (long length : new long[] {0, -1, Long.MIN_VALUE}) {
      setup.refuses(IllegalArgumentException.class, () -> setup.aio().mmap(length, RW, kind));
      setup.refuses(IllegalArgumentException.class, () -> open.mmap(0, length, RW, kind));
    }
    setup.refuses(IllegalArgumentException.class, () -> open.mmap(-PAGE, 1, RW, kind));
    setup.refuses(
        IllegalArgumentException.class,
        () -> setup.aio().mmap(PAGE, Linux.PROT_GROWSDOWN | RW, kind));
  }

  @EverySetup
  void cancelled_leavesNothingMapped(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDONLY);
    for (int i = 0; i < 50; i++) {
      setup.fails(
          CancellationException.class,
          () -> {
            AioRequest<MappedRegion> request = open.mmap(0, PAGE, 1, Linux.MAP_SHARED);
            setup.aio().nop().onComplete(done -> request.cancel());
            request.cancel();
            return request;
          });
    }
    setup.await(setup.aio()::flush);
    assertEquals(List.of(), MappedRange.of(file));
  }

  @EverySetup
  void ioAio_mapsTheSameMemory(Setup setup) {
    Commands.assume("perl");
    assumeTrue(
        Commands.outcome(List.of("perl", "-MIO::AIO", "-e", "1")).status() == 0,
        "no IO::AIO for Perl; on Debian: apt-get install libio-aio-perl");
    AioFile open = setup.open(file, Linux.O_RDWR);
    MappedRegion region = setup.map(() -> open.mmap(0, 3 * PAGE, RW, Linux.MAP_SHARED));
    region.buffer().setString(PAGE, "ours");
    String script =
        """
        use IO::AIO;
        open my $fh, "+<", $ARGV[0] or die $!;
        IO::AIO::mmap my $data, -s $fh, IO::AIO::PROT_READ | IO::AIO::PROT_WRITE,
            IO::AIO::MAP_SHARED, $fh or die $!;
        print substr($data, IO::AIO::PAGESIZE, 4), " ", length $data, " ", IO::AIO::PAGESIZE, " ",
            IO::AIO::get_fdlimit, "\\n";
        substr($data, 2 * IO::AIO::PAGESIZE - 2, 5) = "their";
        """;
    assertEquals(
        List.of("ours " + 3 * PAGE + " " + PAGE + " " + FdLimit.get()),
        Commands.lines("perl", "-e", script, file.toString()));
    assertEquals("their", region.buffer().getString(2 * PAGE - 2, 2 * PAGE + 3));
  }

  @EverySetup
  void fexecve_throws(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDONLY);
    setup.refuses(
        UnsupportedOperationException.class, () -> open.fexecve(List.of("true"), List.of()));
  }
}
