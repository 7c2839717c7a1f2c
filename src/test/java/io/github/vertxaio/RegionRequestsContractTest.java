package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.MappedRange;
import io.github.vertxaio.testing.Setup;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The requests on regions, as /proc/self/smaps and fincore(1) see what they do. */
class RegionRequestsContractTest {
  private static final int PAGE = MappedRegion.PAGESIZE;
  private static final int PAGES = 16;
  private static final int RW = Linux.PROT_READ | Linux.PROT_WRITE;

  @TempDir Path dir;
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    dir = dir.toRealPath();
    file = Files.write(dir.resolve("file"), "x".repeat(PAGES * PAGE).getBytes());
  }

  private MappedRegion shared(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDWR);
    return setup.map(() -> open.mmap(0, PAGES * PAGE, RW, Linux.MAP_SHARED));
  }

  private List<String> rightsAndPages() {
    return MappedRange.of(file).stream()
        .map(range -> range.rights() + " " + range.length() / PAGE)
        .toList();
  }

  private MappedRange only() {
    List<MappedRange> ranges = MappedRange.of(file);
    assertEquals(1, ranges.size());
    return ranges.get(0);
  }

  @EverySetup
  void mprotect_changesThePagesOfARange(Setup setup) {
    MappedRegion region = shared(setup);
    ByteBuf view = region.byteBuf();
    assertNull(setup.await(() -> region.mprotect(2 * PAGE, 3 * PAGE, Linux.PROT_READ)));
    assertEquals(List.of("rw-s 2", "r--s 3", "rw-s 11"), rightsAndPages());
    view.setByte(2 * PAGE - 1, 1);
    view.setByte(5 * PAGE, 1);
    assertEquals('x', view.getByte(2 * PAGE));
    AioException failure = assertThrows(AioException.class, () -> view.setInt(2 * PAGE - 1, 1));
    assertEquals("store(\"" + file + "\"): Bad address (EFAULT)", failure.getMessage());
    assertThrows(AioException.class, () -> view.setByte(5 * PAGE - 1, 1));
    setup.await(() -> region.mprotect(-PAGE, -1, Linux.PROT_NONE));
    assertEquals(List.of("rw-s 2", "r--s 3", "rw-s 10", "---s 1"), rightsAndPages());
    assertThrows(AioException.class, () -> view.getByte(15 * PAGE));
    setup.await(() -> region.mprotect(3 * PAGE + 5, PAGE, Linux.PROT_NONE));
    assertEquals(List.of("rw-s 2", "r--s 1", "---s 2", "rw-s 10", "---s 1"), rightsAndPages());
    setup.await(() -> region.mprotect(0, Long.MAX_VALUE, RW));
    assertEquals(List.of("rw-s 16"), rightsAndPages());
    setup.await(() -> region.mprotect(5, 0, Linux.PROT_NONE));
    view.setInt(2 * PAGE - 1, 1);
    view.setByte(PAGES * PAGE - 1, 7);
  }

  @EverySetup
  void mprotect_thatFails_leavesWhatIsAllowed(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDONLY);
    MappedRegion region =
        setup.map(() -> open.mmap(0, 2 * PAGE, Linux.PROT_READ, Linux.MAP_SHARED));
    setup.fails(Errno.EACCES, () -> region.mprotect(0, -1, RW));
    assertEquals('x', region.byteBuf().getByte(0));
    assertThrows(AioException.class, () -> region.byteBuf().setByte(0, 1));
    setup.refuses(IllegalArgumentException.class, () -> region.mprotect(0, 1, 64));
    setup.refuses(IllegalArgumentException.class, () -> region.mprotect(0, 1, Linux.PROT_GROWSUP));
  }

  @EverySetup
  void mremap_growsAndShrinks_andBuffersFollow(Setup setup) throws IOException {
    AioFile open = setup.open(file, Linux.O_RDWR);
    MappedRegion region = setup.map(() -> open.mmap(0, PAGE, RW, Linux.MAP_SHARED));
    ByteBuf first = region.byteBuf();
    for (int pages : new int[] {PAGES, 4, PAGES}) {
      setup.await(() -> region.mremap(pages * PAGE));
      assertEquals(pages * PAGE, region.length());
      assertEquals(pages * PAGE, only().length());
      first.setInt(10, pages);
      region.byteBuf().setByte(pages * PAGE - 1, pages);
      assertEquals(pages, Files.readAllBytes(file)[pages * PAGE - 1]);
      assertEquals(pages, first.getInt(10));
    }
    ByteBuf all = region.byteBuf();
    setup.await(() -> region.mremap(PAGE + 1));
    assertEquals(2 * PAGE, only().length());
    assertEquals('x', all.getByte(PAGE));
    assertThrows(IndexOutOfBoundsException.class, () -> all.getByte(PAGE + 1));
    assertThrows(IndexOutOfBoundsException.class, () -> all.setLong(PAGE - 6, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> all.getBytes(0, new byte[2 * PAGE]));
  }

  @EverySetup
  void mremap_tellsWhetherItMoved(Setup setup) {
    int flags = Linux.MAP_PRIVATE;
    MappedRegion region = setup.map(() -> setup.aio().mmap(PAGE, RW, flags));
    ByteBuf view = region.byteBuf();
    view.setLong(8, 99);
    assertFalse(setup.await(() -> region.mremap(PAGE, 0)));
    setup.await(() -> region.mremap(1L << 30));
    assertEquals(99, view.getLong(8));
    region.buffer(-8, 8).setLong(0, 5);
    assertEquals(99, view.getLong(8));
    // As many addresses as there are, some of which are taken.
    setup.fails(Errno.ENOMEM, () -> region.mremap((1L << 47) - 2 * PAGE));
    setup.fails(Errno.EINVAL, () -> region.mremap(1L << 60));
    setup.fails(Errno.ENOMEM, () -> region.mremap(Long.MAX_VALUE));
    assertEquals(99, view.getLong(8));
    assertEquals(1L << 30, region.length());
    setup.refuses(IllegalArgumentException.class, () -> region.mremap(0));
    setup.refuses(IllegalArgumentException.class, () -> region.mremap(-1));
    setup.refuses(
        IllegalArgumentException.class,
        () -> region.mremap(PAGE, Linux.MREMAP_MAYMOVE | Linux.MREMAP_DONTUNMAP));
    setup.refuses(
        IllegalArgumentException.class,
        () -> region.mremap(PAGE, Linux.MREMAP_MAYMOVE | Linux.MREMAP_FIXED));
  }

  @EverySetup
  void mremap_ofPartsWithOtherRights_failsWhenItGrows(Setup setup) {
    MappedRegion region = shared(setup);
    setup.await(() -> region.mprotect(0, PAGE, Linux.PROT_READ));
    setup.fails(Errno.EFAULT, () -> region.mremap(2 * PAGES * PAGE));
    setup.await(() -> region.mremap(2 * PAGE));
    assertEquals(List.of("r--s 1", "rw-s 1"), rightsAndPages());
    assertThrows(AioException.class, () -> region.byteBuf().setByte(PAGE - 1, 1));
    region.byteBuf().setByte(PAGE, 1);
  }

  @EverySetup
  void madvise_isTakenByTheKernel(Setup setup) {
    MappedRegion region = shared(setup);
    assertNull(setup.await(() -> region.madvise(0, -1, Linux.MADV_RANDOM)));
    assertTrue(only().hasFlag("rr"));
    setup.await(() -> region.madvise(0, -1, Linux.MADV_SEQUENTIAL));
    assertTrue(only().hasFlag("sr"));
    setup.await(() -> region.madvise(0, -1, Linux.MADV_DONTDUMP));
    assertTrue(only().hasFlag("dd"));
    setup.await(() -> region.madvise(0, -1, Linux.MADV_DODUMP));
    setup.await(() -> region.madvise(4 * PAGE, 2 * PAGE, Linux.MADV_DONTFORK));
    assertEquals(List.of("rw-s 4", "rw-s 2", "rw-s 10"), rightsAndPages());
    assertTrue(MappedRange.of(file).get(1).hasFlag("dc"));
    setup.await(() -> region.madvise(0, -1, Linux.MADV_DOFORK));
    MappedRegion memory = setup.map(() -> setup.aio().mmap(4 * PAGE, RW, Linux.MAP_PRIVATE));
    memory.buffer().setString(0, "a").setString(PAGE, "b").setString(3 * PAGE, "c");
    setup.await(() -> memory.madvise(PAGE, 10, Linux.MADV_DONTNEED));
    assertEquals("a", memory.buffer().getString(0, 1));
    assertEquals(0, memory.buffer().getByte(PAGE));
    assertEquals("c", memory.buffer().getString(3 * PAGE, 3 * PAGE + 1));
    AioException failure = setup.fails(Errno.EINVAL, () -> region.madvise(0, -1, Linux.MADV_FREE));
    assertEquals("madvise(\"" + file + "\"): Invalid argument (EINVAL)", failure.getMessage());
  }

  @EverySetup
  void madvise_thatMakesPagesFatal_throws(Setup setup) {
    MappedRegion region = setup.map(() -> setup.aio().mmap(PAGE, RW, Linux.MAP_PRIVATE));
    int guardInstall = 102;
    for (int advice :
        new int[] {Linux.MADV_HWPOISON, Linux.MADV_SOFT_OFFLINE, guardInstall, 999, -1}) {
      setup.refuses(IllegalArgumentException.class, () -> region.madvise(0, -1, advice));
    }
  }

  @EverySetup
  void mtouch_bringsPagesToMemory_andModifiesThem(Setup setup) throws IOException {
    MappedRegion region = shared(setup);
    assertEquals(0, only().bytes("Rss"));
    assertNull(setup.await(() -> region.mtouch(3 * PAGE, 2 * PAGE, 0)));
    assertTrue(only().bytes("Rss") >= 2 * PAGE);
    setup.await(() -> region.mtouch());
    assertEquals(PAGES * PAGE, only().bytes("Rss"));
    MappedRegion memory = setup.map(() -> setup.aio().mmap(7_777L * PAGE, RW, Linux.MAP_SHARED));
    setup.await(() -> memory.mtouch(-2 * PAGE, -PAGE, Linux.MT_MODIFY));
    MappedRange range =
        MappedRange.all().stream().filter(r -> r.length() == 7_777L * PAGE).findFirst().get();
    assertEquals(PAGE, range.bytes("Rss"));
    assertEquals(PAGE, range.bytes("Private_Dirty") + range.bytes("Shared_Dirty"));
    setup.await(() -> region.mtouch(0, Long.MAX_VALUE, Linux.MT_MODIFY));
    assertEquals("x".repeat(PAGES * PAGE), Files.readString(file));
    setup.refuses(IllegalArgumentException.class, () -> region.mtouch(0, 1, 2));
  }

  @EverySetup
  void mtouch_ofWhatIsNotThere_failsEFAULT(Setup setup) throws IOException {
    MappedRegion region = shared(setup);
    try (var channel =
        java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
      channel.truncate(PAGE + 5);
    }
    setup.await(() -> region.mtouch(0, 2 * PAGE, 0));
    setup.fails(Errno.EFAULT, () -> region.mtouch());
    setup.fails(Errno.EFAULT, () -> region.mtouch(2 * PAGE, PAGE, Linux.MT_MODIFY));
    setup.await(() -> region.mprotect(0, PAGE, Linux.PROT_NONE));
    setup.fails(Errno.EFAULT, () -> region.mtouch(0, PAGE, 0));
    setup.await(() -> region.mprotect(0, PAGE, Linux.PROT_READ));
    AioException failure = setup.fails(Errno.EFAULT, () -> region.mtouch(0, PAGE, Linux.MT_MODIFY));
    assertEquals("mtouch(\"" + file + "\"): Bad address (EFAULT)", failure.getMessage());
  }

  /** Dirty pages that are written back may be dropped from the cache, others may not. */
  @EverySetup
  void msync_writesToTheDevice(Setup setup) {
    Commands.assume("fincore");
    boolean tmpfs = Commands.lines("stat", "-f", "-c", "%T", file.toString()).contains("tmpfs");
    assumeTrue(!tmpfs, "tmpfs has no device");
    MappedRegion region = shared(setup);
    AioFile open = setup.open(file, Linux.O_RDWR);
    region.buffer().setString(0, "written by msync");
    assertNull(setup.await(() -> region.msync()));
    setup.await(() -> region.msync(-10, -5, Linux.MS_SYNC | Linux.MS_INVALIDATE));
    setup.await(() -> region.msync(PAGE + 5, 5, Linux.MS_ASYNC));
    assertTrue(only().bytes("Shared_Dirty") + only().bytes("Private_Dirty") == 0);
    setup.await(region::close);
    setup.await(() -> open.fadvise(0, 0, Linux.POSIX_FADV_DONTNEED));
    String cached =
        Commands.lines("fincore", "-n", "-b", "-o", "RES", file.toString()).get(0).trim();
    assertEquals("0", cached);
    assertEquals("written by msync", setup.await(() -> open.read(0, 16)).toString());
  }

  @EverySetup
  void msync_withOtherFlags_failsEINVAL(Setup setup) {
    MappedRegion region = shared(setup);
    setup.fails(Errno.EINVAL, () -> region.msync(0, 1, Linux.MS_SYNC | Linux.MS_ASYNC));
    setup.fails(Errno.EINVAL, () -> region.msync(0, 1, 64));
  }

  @EverySetup
  void mlock_andMunlock_ofARange(Setup setup) {
    MappedRegion region = shared(setup);
    assertNull(setup.await(() -> region.mlock(PAGE + 1, PAGE)));
    assertEquals(List.of("rw-s 1", "rw-s 2", "rw-s 13"), rightsAndPages());
    assertTrue(MappedRange.of(file).get(1).hasFlag("lo"));
    assertEquals(2 * PAGE, MappedRange.of(file).get(1).bytes("Rss"));
    setup.fails(
        Errno.EBUSY, () -> region.msync(0, PAGES * PAGE, Linux.MS_SYNC | Linux.MS_INVALIDATE));
    setup.await(() -> region.mlock());
    assertTrue(only().hasFlag("lo"));
    assertEquals(PAGES * PAGE, only().bytes("Locked"));
    assertNull(setup.await(() -> region.munlock(0, -PAGE)));
    assertEquals(List.of("rw-s 15", "rw-s 1"), rightsAndPages());
    assertTrue(MappedRange.of(file).get(1).hasFlag("lo"));
    setup.await(() -> region.munlock());
    assertFalse(only().hasFlag("lo"));
  }

  @EverySetup
  void offsetsOutside_throw(Setup setup) {
    MappedRegion region = shared(setup);
    List<BiFunction<Long, Long, AioRequest<?>>> requests =
        List.of(
            (offset, length) -> region.mprotect(offset, length, RW),
            (offset, length) -> region.madvise(offset, length, Linux.MADV_NORMAL),
            (offset, length) -> region.msync(offset, length, Linux.MS_ASYNC),
            (offset, length) -> region.mtouch(offset, length, 0),
            (offset, length) -> region.mlock(offset, length),
            (offset, length) -> region.munlock(offset, length));
    long end = PAGES * PAGE;
    for (BiFunction<Long, Long, AioRequest<?>> request : requests) {
      for (long offset : new long[] {end + 1, -end - 1, Long.MIN_VALUE, Long.MAX_VALUE}) {
        setup.refuses(IndexOutOfBoundsException.class, () -> request.apply(offset, 1L));
      }
      for (long length : new long[] {0, 1, -1, end + 1, Long.MIN_VALUE, Long.MAX_VALUE}) {
        for (long offset : new long[] {0, 1, end - 1, end, -1, -end}) {
          setup.await(() -> request.apply(offset, length).mapEmpty());
        }
      }
    }
  }
}
