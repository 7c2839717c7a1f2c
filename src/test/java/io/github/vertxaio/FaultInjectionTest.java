package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.ChildJvm;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.Loops;
import io.github.vertxaio.testing.Scenario;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults that the kernel rarely has, made by {@code strace} in another process: interrupted calls,
 * broken and full devices, short counts, calls that are denied. The pool has one thread there,
 * because faults are counted by thread.
 */
class FaultInjectionTest {
  /** The one file and directory that the faults are restricted to. */
  private static final Path FILE = Path.of("victim");

  private static final Buffer TEN = Buffer.buffer("0123456789");

  @TempDir Path dir;

  @BeforeEach
  void assumeThatStraceWorks() {
    Commands.assume("strace");
    Commands.Outcome outcome =
        Commands.outcome(
            List.of(
                "strace", "-f", "--seccomp-bpf", "-o", dir.resolve("probe").toString(), "true"));
    org.junit.jupiter.api.Assumptions.assumeTrue(
        outcome.status() == 0, "strace does not work here: " + outcome.text());
  }

  private void run(Class<? extends Scenario> scenario, Engine engine, String... faults) {
    Path victim = dir.resolve(FILE);
    Commands.bytes("rm", "-rf", victim.toString());
    try {
      Files.createDirectory(victim);
      Files.write(victim.resolve("file"), TEN.getBytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    List<String> strace = new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-q"));
    Path log = dir.resolve("strace.log");
    strace.addAll(List.of("-o", log.toString()));
    Set<String> calls = new HashSet<>();
    for (String fault : faults) {
      calls.add(fault.substring(0, fault.indexOf(':')));
      strace.addAll(List.of("-e", "inject=" + fault));
    }
    strace.addAll(List.of("-e", "trace=" + String.join(",", calls)));
    for (String name : List.of("file", "sub", "other")) {
      strace.addAll(List.of("-P", victim.resolve(name).toString()));
    }
    strace.addAll(List.of("-P", victim.toString()));
    ChildJvm.run(strace, scenario, dir, List.of(Setup.of(Loops.NIO, engine)));
    try {
      assertTrue(Files.readString(log).contains("(INJECTED)"), "no fault was made");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Starts the engine; gives the directory. */
  private static Path prepare(Setup setup, Path directory) {
    setup.start(new AioOptions().setMaxParallel(1));
    return directory.resolveSibling(FILE);
  }

  @Test
  void interruptedCalls_areMadeAgain() {
    run(
        Interrupted.class,
        Engine.POOL,
        "pread64:error=EINTR:when=1..3",
        "pwrite64:error=EINTR:when=1..3",
        "fsync:error=EINTR:when=1..2",
        "fdatasync:error=EINTR:when=1..2",
        "statx:error=EINTR:when=1..2",
        "mkdirat:error=EINTR:when=1..2",
        "renameat2:error=EINTR:when=1..2",
        "unlinkat:error=EINTR:when=1..2",
        "getdents64:error=EINTR:when=1..2");
  }

  static final class Interrupted implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      Path victim = prepare(setup, directory);
      AioFile file = setup.open(victim.resolve("file"), Linux.O_RDWR);
      assertEquals(TEN, setup.await(() -> file.read(0, 20)));
      assertEquals(10, setup.await(() -> file.write(10, TEN)));
      setup.await(file::fsync);
      setup.await(file::fdatasync);
      assertEquals(20, setup.await(() -> setup.aio().stat(victim + "/file")).size());
      setup.await(() -> setup.aio().mkdir(victim + "/sub", 0700));
      setup.await(() -> setup.aio().rename(victim + "/sub", victim + "/other"));
      setup.await(() -> setup.aio().rmdir(victim + "/other"));
      assertEquals(List.of("file"), setup.await(() -> setup.aio().readdir(victim.toString())));
    }
  }

  @Test
  void attributesInterrupted_areMadeAgain() {
    run(
        AttributesInterrupted.class,
        Engine.POOL,
        "statfs:error=EINTR:when=1..2",
        "fstatfs:error=EINTR:when=1..2",
        "utimensat:error=EINTR:when=1..2",
        "fchownat:error=EINTR:when=1..2",
        "fchmodat:error=EINTR:when=1..2",
        "truncate:error=EINTR:when=1..2",
        "ftruncate:error=EINTR:when=1..2",
        "symlinkat:error=EINTR:when=1..2",
        "readlinkat:error=EINTR:when=1..2",
        "mknodat:error=EINTR:when=1..2",
        "fallocate:error=EINTR:when=1..2",
        "readahead:error=EINTR:when=1..2",
        "syncfs:error=EINTR:when=1..2");
  }

  static final class AttributesInterrupted implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      Path victim = prepare(setup, directory);
      String name = victim + "/file";
      AioFile file = setup.open(victim.resolve("file"), Linux.O_RDWR);
      assertEquals(
          setup.await(() -> setup.aio().statvfs(name)).blocks(),
          setup.await(file::statvfs).blocks());
      setup.await(() -> setup.aio().utime(name, 1, 2, 3, 4));
      setup.await(() -> setup.aio().chown(name, -1, -1));
      setup.await(() -> setup.aio().chmod(name, 0640));
      assertEquals(0640, setup.await(file::stat).permissions());
      setup.await(() -> setup.aio().truncate(name, 8));
      setup.await(() -> file.truncate(7));
      assertEquals(7, setup.await(file::stat).size());
      setup.await(() -> file.allocate(0, 0, 10));
      setup.await(() -> file.readahead(0, 10));
      setup.await(file::syncfs);
      setup.await(() -> setup.aio().symlink("file", victim + "/other"));
      assertEquals("file", setup.await(() -> setup.aio().readlink(victim + "/other")));
      setup.await(() -> setup.aio().mknod(victim + "/sub", Linux.S_IFIFO | 0600, 0));
    }
  }

  @Test
  void rangeThatCannotBeSynced_isSyncedWhole() {
    run(WithoutRanges.class, Engine.POOL, "sync_file_range:error=ENOSYS");
    run(
        WithoutRangesBroken.class,
        Engine.POOL,
        "sync_file_range:error=ENOSYS",
        "fdatasync:error=EIO");
  }

  static final class WithoutRanges implements Scenario {
    @Override
    public void run(Setup setup, Path directory) {
      AioFile file = setup.open(prepare(setup, directory).resolve("file"), Linux.O_RDWR);
      setup.await(() -> file.syncFileRange(0, 10, Linux.SYNC_FILE_RANGE_WRITE));
    }
  }

  static final class WithoutRangesBroken implements Scenario {
    @Override
    public void run(Setup setup, Path directory) {
      AioFile file = setup.open(prepare(setup, directory).resolve("file"), Linux.O_RDWR);
      AioException failure = setup.fails(Errno.EIO, () -> file.syncFileRange(0, 10, 0));
      assertEquals("sync_file_range", failure.call());
    }
  }

  @Test
  void sendfileDenied_isDoneByReadingAndWriting() {
    for (String errno : List.of("ENOSYS", "EINVAL", "ENOTSOCK", "EOPNOTSUPP")) {
      run(SendfileByHand.class, Engine.POOL, "sendfile:error=" + errno);
    }
  }

  static final class SendfileByHand implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      Path victim = prepare(setup, directory);
      byte[] bytes = new byte[200_001];
      new Random(1).nextBytes(bytes);
      Files.write(victim.resolve("file"), bytes);
      AioFile in = setup.open(victim.resolve("file"), Linux.O_RDONLY);
      AioFile out = setup.open(victim.resolve("other"), Linux.O_CREAT | Linux.O_RDWR);
      assertEquals(150_000, setup.await(() -> in.sendfile(out, 1, 150_000)));
      assertEquals(50_000, setup.await(() -> in.sendfile(out, 150_001, 99_999)));
      assertEquals(0, setup.await(() -> in.sendfile(out, 200_001, 10)));
      assertEquals(0, setup.await(() -> in.sendfile(out, 0, 0)));
      assertEquals(200_000, setup.await(() -> out.seek(0, Linux.SEEK_CUR)));
      assertEquals(
          Buffer.buffer(bytes).slice(1, bytes.length),
          Buffer.buffer(Files.readAllBytes(victim.resolve("other"))));
    }
  }

  @Test
  void sendfileByHand_countsWhatWasWritten() {
    run(SendfileBroken.class, Engine.POOL, "sendfile:error=ENOSYS", "write:error=ENOSPC:when=2+");
    run(SendfileShort.class, Engine.POOL, "sendfile:error=ENOSYS", "pread64:error=EIO:when=2+");
  }

  /** Fails at the second chunk, first of many and then at once. */
  abstract static class SendfilePartly implements Scenario {
    private final int errno;

    SendfilePartly(int errno) {
      this.errno = errno;
    }

    @Override
    public void run(Setup setup, Path directory) throws IOException {
      Path victim = prepare(setup, directory);
      // Not written, for then the faults would hit this.
      setup.await(() -> setup.aio().truncate(victim + "/file", 200_000));
      AioFile in = setup.open(victim.resolve("file"), Linux.O_RDONLY);
      AioFile out = setup.open(victim.resolve("other"), Linux.O_CREAT | Linux.O_RDWR);
      long sent = setup.await(() -> in.sendfile(out, 0, 200_000));
      assertTrue(sent > 0 && sent < 200_000, "sent " + sent);
      assertEquals(Files.size(victim.resolve("other")), sent);
      AioException failure = setup.fails(errno, () -> in.sendfile(out, 0, 200_000));
      assertEquals(List.of(in.path(), out.path()), failure.paths());
    }
  }

  static final class SendfileBroken extends SendfilePartly {
    SendfileBroken() {
      super(Errno.ENOSPC);
    }
  }

  static final class SendfileShort extends SendfilePartly {
    SendfileShort() {
      super(Errno.EIO);
    }
  }

  @Test
  void brokenDevice_failsEIO() {
    run(
        BrokenDevice.class,
        Engine.POOL,
        "pread64:error=EIO:when=1",
        "pwrite64:error=EIO:when=1",
        "fsync:error=EIO:when=1",
        "fdatasync:error=ENOSPC:when=1",
        "getdents64:error=EIO:when=1");
  }

  static final class BrokenDevice implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      Path victim = prepare(setup, directory);
      AioFile file = setup.open(victim.resolve("file"), Linux.O_RDWR);
      AioException failure = setup.fails(Errno.EIO, () -> file.read(0, 20));
      assertEquals("read(\"" + file.path() + "\"): Input/output error (EIO)", failure.getMessage());
      setup.fails(Errno.EIO, () -> file.write(0, TEN));
      setup.fails(Errno.EIO, file::fsync);
      setup.fails(Errno.ENOSPC, file::fdatasync);
      setup.fails(Errno.EIO, () -> setup.aio().readdir(victim.toString()));
      assertEquals(TEN, setup.await(() -> file.read(0, 20)));
      setup.await(file::fsync);
      assertEquals(List.of("file"), setup.await(() -> setup.aio().readdir(victim.toString())));
    }
  }

  @Test
  void shortWrites_areContinuedByWriteFully() {
    run(ShortWrites.class, Engine.POOL, "pwrite64:retval=3:when=1..2");
  }

  static final class ShortWrites implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      Path victim = prepare(setup, directory);
      AioFile file = setup.open(victim.resolve("file"), Linux.O_RDWR | Linux.O_TRUNC);
      setup.await(() -> file.writeFully(0, TEN));
      // The six bytes of the calls that were not made are missing, and the rest is in its place.
      assertEquals("\0\0\0\0\0\0006789", Files.readString(victim.resolve("file")));
    }
  }

  @Test
  void fullDeviceInTheMiddle_failsWriteFully() {
    run(FullDevice.class, Engine.POOL, "pwrite64:retval=3:when=1", "fdatasync:error=EDQUOT:when=1");
    run(FullDeviceAtOnce.class, Engine.POOL, "pwrite64:error=ENOSPC:when=2");
  }

  static final class FullDevice implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      Path victim = prepare(setup, directory);
      AioFile file = setup.open(victim.resolve("file"), Linux.O_RDWR);
      assertEquals(3, setup.await(() -> file.write(0, TEN)));
      setup.fails(Errno.EDQUOT, file::fdatasync);
    }
  }

  static final class FullDeviceAtOnce implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      Path victim = prepare(setup, directory);
      AioFile file = setup.open(victim.resolve("file"), Linux.O_RDWR);
      setup.await(() -> file.writeFully(0, TEN));
      AioException failure = setup.fails(Errno.ENOSPC, () -> file.writeFully(0, TEN));
      assertEquals("write", failure.call());
      setup.await(() -> file.writeFully(0, TEN));
    }
  }

  @Test
  void writeThatTakesNothing_isNotTriedForEver() {
    run(TakesNothing.class, Engine.POOL, "pwrite64:retval=0");
  }

  static final class TakesNothing implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      Path victim = prepare(setup, directory);
      AioFile file = setup.open(victim.resolve("file"), Linux.O_RDWR);
      setup.fails(Errno.EIO, () -> file.writeFully(0, TEN));
    }
  }

  @Test
  void lateErrorOfClose_failsClose() {
    run(LateError.class, Engine.POOL, "close:error=EIO:when=1");
  }

  static final class LateError implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      Path victim = prepare(setup, directory);
      AioFile file = setup.await(() -> setup.aio().open(victim + "/file", Linux.O_RDWR));
      AioException failure = setup.fails(Errno.EIO, file::close);
      assertEquals(
          "close(\"" + file.path() + "\"): Input/output error (EIO)", failure.getMessage());
      setup.fails(Errno.EIO, file::close);
      setup.fails(Errno.EBADF, () -> file.read(0, 1));
      // The fault kept the call from the kernel, so the descriptor is still there; the child ends.
      Runtime.getRuntime().halt(0);
    }
  }

  @Test
  void cachedReadDenied_goesToAWorker() {
    run(CachedRead.class, Engine.AUTO, "preadv2:error=EOPNOTSUPP");
    run(CachedRead.class, Engine.AUTO, "preadv2:error=EAGAIN");
    run(CachedRead.class, Engine.AUTO, "preadv2:error=EINTR");
    run(CachedRead.class, Engine.AUTO, "preadv2:retval=4");
  }

  static final class CachedRead implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      Path victim = prepare(setup, directory);
      AioFile file = setup.open(victim.resolve("file"), Linux.O_RDWR);
      for (int i = 0; i < 3; i++) {
        assertEquals(TEN, setup.await(() -> file.read(0, 20)));
      }
      assertEquals(0, setup.await(() -> file.seek(0, Linux.SEEK_CUR)));
    }
  }

  @Test
  void cachedOpenDenied_statGoesToAWorker() {
    run(CachedOpen.class, Engine.AUTO, "openat2:error=ENOSYS");
    run(CachedOpen.class, Engine.AUTO, "openat2:error=EMFILE");
  }

  static final class CachedOpen implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws Exception {
      Path victim = prepare(setup, directory);
      for (int i = 0; i < 50; i++) {
        assertEquals(10, setup.await(() -> setup.aio().stat(victim + "/file")).size());
        Thread.sleep(2);
      }
    }
  }
}
