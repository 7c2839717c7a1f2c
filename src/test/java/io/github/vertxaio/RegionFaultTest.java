package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.ChildJvm;
import io.github.vertxaio.testing.Loops;
import io.github.vertxaio.testing.Scenario;
import io.github.vertxaio.testing.Setup;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accesses to memory that is not there are exceptions, in a process that survives them. */
class RegionFaultTest {
  private static final int PAGE = MappedRegion.PAGESIZE;
  private static final int RW = Linux.PROT_READ | Linux.PROT_WRITE;

  /** So often until the JVM has compiled it, where it compiles. */
  private static final int WARM = 20_000;

  @TempDir Path dir;

  private void survives(String option, Class<? extends Scenario> scenario) {
    List<Setup> one = List.of(Setup.of(Loops.NIO, Engine.AUTO));
    ChildJvm.run(List.of(), List.of(option), scenario, dir, one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
  void truncatedFile(String option) {
    survives(option, TruncatedFile.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
  void truncatedFile_inPlace(String option) {
    survives(option, TruncatedInPlace.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
  void protectedPages(String option) {
    survives(option, ProtectedPages.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
  void regionsThatAreGone(String option) {
    survives(option, Gone.class);
  }

  /** Every way to look at bytes from an index on. */
  private static final List<Consumer<ByteBuf>> LOADS =
      List.of(
          view -> view.getByte(PAGE),
          view -> view.getShort(PAGE - 1),
          view -> view.getInt(PAGE - 1),
          view -> view.getLong(PAGE),
          view -> view.getMedium(PAGE - 2),
          view -> view.getBytes(PAGE - 50, new byte[100]),
          view -> view.getBytes(PAGE, Unpooled.buffer(10), 10),
          view -> view.slice(PAGE, 100).getLongLE(10),
          view -> view.copy(0, 2 * PAGE),
          view -> view.toString(StandardCharsets.UTF_8),
          view -> view.equals(Unpooled.buffer().writeZero(2 * PAGE)),
          view -> view.indexOf(0, 2 * PAGE, (byte) 77),
          view -> ByteBufUtil.hexDump(view),
          view -> Unpooled.directBuffer(2 * PAGE).writeBytes(view.duplicate()).release(),
          view -> new CRC32().update(view.nioBuffer()),
          view -> new CRC32().update(view.internalNioBuffer(PAGE, 10)),
          view -> {
            try {
              view.getBytes(0, new ByteArrayOutputStream(), 2 * PAGE);
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          });

  /** Every way to change them. */
  private static final List<Consumer<ByteBuf>> STORES =
      List.of(
          view -> view.setByte(PAGE, 0),
          view -> view.setShort(PAGE - 1, 0),
          view -> view.setInt(PAGE - 1, 0),
          view -> view.setLong(PAGE, 0),
          view -> view.setMedium(PAGE - 2, 0),
          view -> view.setZero(0, 2 * PAGE),
          view -> view.setBytes(PAGE - 50, new byte[100]),
          view -> view.setBytes(PAGE, Unpooled.buffer().writeZero(10), 10),
          view -> view.slice(PAGE, 100).setLongLE(10, 0),
          view -> ByteBufUtil.writeUtf8(view.duplicate().writerIndex(PAGE - 1), "\0\0\0"));

  private static void assertFaults(ByteBuf view, List<Consumer<ByteBuf>> accesses) {
    for (int i = 0; i < accesses.size(); i++) {
      Consumer<ByteBuf> access = accesses.get(i);
      AioException failure =
          assertThrows(AioException.class, () -> access.accept(view), "access " + i);
      assertEquals(Errno.EFAULT, failure.errno());
    }
  }

  private static void warmUp(ByteBuf view) {
    for (int i = 0; i < WARM; i++) {
      view.setLong(PAGE, 0);
      view.setByte(PAGE, (int) view.getLong(PAGE) + view.getByte(PAGE));
    }
    for (int i = 0; i < 20; i++) {
      LOADS.forEach(access -> access.accept(view));
      STORES.forEach(access -> access.accept(view));
    }
  }

  private static void truncate(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  /** The file becomes shorter, then longer again. */
  static final class TruncatedFile implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      setup.start();
      for (int kind : new int[] {Linux.MAP_SHARED, Linux.MAP_PRIVATE}) {
        Path file = Files.write(directory.resolve("file" + kind), new byte[2 * PAGE]);
        AioFile open = setup.open(file, Linux.O_RDWR);
        MappedRegion region = setup.map(() -> open.mmap(0, 2 * PAGE, RW, kind));
        ByteBuf view = region.byteBuf();
        warmUp(view);
        truncate(file, 100);
        assertFaults(view, LOADS);
        assertFaults(view, STORES);
        view.setByte(50, view.getByte(PAGE - 1));
        setup.fails(Errno.EFAULT, () -> open.write(0, region.buffer(PAGE, 10)));
        setup.fails(Errno.EFAULT, () -> open.read(0, 10, region.buffer(PAGE, 10), 0));
        setup.fails(Errno.EFAULT, region::mtouch);
        setup.await(() -> open.truncate(2 * PAGE));
        assertEquals(0, view.getLong(PAGE));
        view.setLong(PAGE, 5);
        assertEquals(5, region.buffer().getLong(PAGE));
      }
      behindTheEnd(setup, directory);
    }

    private static void behindTheEnd(Setup setup, Path directory) throws IOException {
      Path file = Files.write(directory.resolve("short"), new byte[10]);
      AioFile open = setup.open(file, Linux.O_RDWR);
      MappedRegion region = setup.map(() -> open.mmap(0, 2 * PAGE, RW, Linux.MAP_SHARED));
      assertEquals(0, region.byteBuf().getByte(PAGE - 1));
      assertFaults(region.byteBuf(), LOADS);
      assertFaults(region.byteBuf(), STORES);
      // Of shared memory there is no more than there was at first.
      MappedRegion memory = setup.map(() -> setup.aio().mmap(PAGE, RW, Linux.MAP_SHARED));
      setup.await(() -> memory.mremap(2 * PAGE));
      memory.buffer().setByte(PAGE - 1, (byte) 0);
      assertFaults(memory.byteBuf(), LOADS);
      assertFaults(memory.byteBuf(), STORES);
    }
  }

  /**
   * What the JVM makes of it comes late, or at once, but it comes, and the thread goes on. It does
   * nothing here that may not be interrupted so, like freeing memory.
   */
  static final class TruncatedInPlace implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws Exception {
      setup.start();
      Path file = Files.write(directory.resolve("file"), new byte[2 * PAGE]);
      AioFile open = setup.open(file, Linux.O_RDWR);
      MappedRegion region = setup.map(() -> open.mmap(0, 2 * PAGE, RW, Linux.MAP_SHARED)).direct();
      ByteBuf view = region.byteBuf();
      warmUp(view);
      truncate(file, 0);
      int[] errors = new int[1];
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 100; i++) {
                  try {
                    LOADS
                        .subList(0, 9)
                        .forEach(access -> attempt(() -> access.accept(view), errors));
                    STORES.forEach(access -> attempt(() -> access.accept(view), errors));
                  } catch (InternalError late) {
                    errors[0]++;
                  }
                }
              });
      thread.start();
      thread.join();
      assertTrue(errors[0] > 50, errors[0] + " errors");
      setup.await(() -> open.truncate(2 * PAGE));
      view.setLong(PAGE, 5);
      assertEquals(5, view.getLong(PAGE));
      setup.await(() -> region.mprotect(0, -1, Linux.PROT_NONE));
      assertFaults(view, LOADS);
      setup.await(region::close);
      assertThrows(IllegalStateException.class, () -> view.getByte(0));
    }

    private static void attempt(Runnable access, int[] errors) {
      try {
        access.run();
      } catch (AioException | InternalError e) {
        errors[0]++;
      }
    }
  }

  /** Rights are taken away and given back. */
  static final class ProtectedPages implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      setup.start();
      Path file = Files.write(directory.resolve("file"), new byte[2 * PAGE]);
      AioFile open = setup.open(file, Linux.O_RDWR);
      for (MappedRegion region :
          List.of(
              setup.map(() -> setup.aio().mmap(2 * PAGE, RW, Linux.MAP_PRIVATE)),
              setup.map(() -> open.mmap(0, 2 * PAGE, RW, Linux.MAP_SHARED)))) {
        ByteBuf view = region.byteBuf();
        warmUp(view);
        setup.await(() -> region.mprotect(PAGE, PAGE, Linux.PROT_READ));
        assertFaults(view, STORES);
        LOADS.forEach(access -> access.accept(view));
        for (int rights : new int[] {Linux.PROT_NONE, Linux.PROT_WRITE, Linux.PROT_EXEC}) {
          setup.await(() -> region.mprotect(PAGE, PAGE, rights));
          assertFaults(view, LOADS);
        }
        setup.await(() -> region.mprotect(PAGE, PAGE, Linux.PROT_NONE));
        assertFaults(view, STORES);
        setup.fails(Errno.EFAULT, () -> open.write(0, region.buffer(PAGE, 10)));
        setup.fails(Errno.EFAULT, () -> open.read(0, 10, region.buffer(PAGE, 10), 0));
        setup.await(() -> region.mprotect(0, -1, RW));
        LOADS.forEach(access -> access.accept(view));
        STORES.forEach(access -> access.accept(view));
      }
    }
  }

  /** Unmapped, and shorter. */
  static final class Gone implements Scenario {
    @Override
    public void run(Setup setup, Path directory) {
      setup.start();
      MappedRegion region = setup.map(() -> setup.aio().mmap(2 * PAGE, RW, Linux.MAP_PRIVATE));
      ByteBuf view = region.byteBuf();
      warmUp(view);
      setup.await(() -> region.mremap(PAGE));
      for (Consumer<ByteBuf> access : LOADS) {
        assertThrows(IndexOutOfBoundsException.class, () -> access.accept(view));
      }
      for (Consumer<ByteBuf> access : STORES) {
        assertThrows(IndexOutOfBoundsException.class, () -> access.accept(view));
      }
      setup.fails(
          IndexOutOfBoundsException.class,
          () ->
              setup
                  .aio()
                  .open("/dev/zero", Linux.O_RDONLY)
                  .compose(
                      zero ->
                          zero.read(0, 10, io.github.vertxaio.impl.vertx.Buffers.of(view), PAGE)
                              .eventually(zero::close)));
      setup.await(region::close);
      for (Consumer<ByteBuf> access : LOADS) {
        assertThrows(IllegalStateException.class, () -> access.accept(view));
      }
      for (Consumer<ByteBuf> access : STORES) {
        assertThrows(IllegalStateException.class, () -> access.accept(view));
      }
    }
  }
}
