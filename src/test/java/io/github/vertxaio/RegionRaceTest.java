package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.ChildJvm;
import io.github.vertxaio.testing.Loops;
import io.github.vertxaio.testing.Scenario;
import io.github.vertxaio.testing.Setup;
import io.netty.buffer.ByteBuf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that access memory while others take it away, in a process that survives it. */
class RegionRaceTest {
  private static final int PAGE = MappedRegion.PAGESIZE;
  private static final int RW = Linux.PROT_READ | Linux.PROT_WRITE;
  private static final int ROUNDS = 400;

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"-XX:TieredStopAtLevel=1", "-XX:+TieredCompilation"})
  void accessesAgainstEveryChange(String option) {
    List<Setup> one = List.of(Setup.of(Loops.NIO, Engine.AUTO));
    ChildJvm.run(List.of(), List.of(option), Race.class, dir, one);
  }

  /** Each round has a region of its own, which is protected, moved, and unmapped. */
  static final class Race implements Scenario {
    private final AtomicReference<MappedRegion> current = new AtomicReference<>();
    private final AtomicReference<Throwable> wrong = new AtomicReference<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong succeeded = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    @Override
    public void run(Setup setup, Path directory) throws Exception {
      setup.start();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        threads.add(new Thread(this::access));
      }
      threads.forEach(Thread::start);
      for (int i = 0; i < ROUNDS && wrong.get() == null; i++) {
        long length = (64 + i % 3) * PAGE;
        MappedRegion region = setup.await(() -> setup.aio().mmap(length, RW, Linux.MAP_PRIVATE));
        current.set(region);
        setup.await(() -> region.mprotect(0, 16 * PAGE, Linux.PROT_READ));
        setup.await(() -> region.mprotect(PAGE, 8 * PAGE, Linux.PROT_NONE));
        setup.await(() -> region.mprotect(0, -1, RW));
        setup.await(() -> region.mremap(32 * PAGE));
        setup.await(() -> region.mremap(4096 * PAGE));
        setup.await(region::close);
      }
      over.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
      assertEquals(null, wrong.get());
      // With neither there was no race.
      assertTrue(succeeded.get() > ROUNDS, succeeded + " succeeded");
      assertTrue(refused.get() > 0, refused + " were refused");
    }

    private void access() {
      byte[] bytes = new byte[3 * PAGE];
      while (!over.get()) {
        MappedRegion region = current.get();
        if (region != null) {
          try {
            ByteBuf view = region.byteBuf();
            for (int i = 0; i < 1000; i++) {
              view.setLong(i % 60 * PAGE, i);
              view.getBytes(i % 60 * PAGE, bytes);
              view.getByte(i);
              succeeded.incrementAndGet();
            }
          } catch (IllegalStateException | IndexOutOfBoundsException | AioException e) {
            refused.incrementAndGet();
          } catch (Throwable e) {
            wrong.set(e);
            return;
          }
        }
      }
    }
  }
}
