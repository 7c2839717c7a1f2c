package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** utime on paths and on open files, as stat(1) sees it. */
class UtimeContractTest {
  private static final Instant A = Instant.ofEpochSecond(1_000_000_007, 123_456_789);
  private static final Instant M = Instant.ofEpochSecond(2_000_000_011, 987_654_321);

  @TempDir Path dir;
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.writeString(dir.resolve("file"), "x");
    Commands.bytes("touch", "-d", "2001-02-03 04:05:06.5", file.toString());
  }

  private static String times(Path path) {
    return String.join(" ", Commands.lines("stat", "-c", "%.9X %.9Y", path.toString()));
  }

  /** The request on the path and on the open file. */
  private List<BiFunction<Instant, Instant, AioRequest<Void>>> both(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDONLY);
    return List.of((a, m) -> setup.aio().utime(file.toString(), a, m), open::utime);
  }

  @EverySetup
  void twoTimes_areKeptToTheNanosecond(Setup setup) {
    for (BiFunction<Instant, Instant, AioRequest<Void>> utime : both(setup)) {
      assertNull(setup.await(() -> utime.apply(A, M)));
      assertEquals("1000000007.123456789 2000000011.987654321", times(file));
      setup.await(() -> utime.apply(Instant.EPOCH, Instant.ofEpochSecond(-2, 5)));
      assertEquals("0.000000000 -1.999999995", times(file));
    }
  }

  @EverySetup
  void bothNull_isNow(Setup setup) {
    for (BiFunction<Instant, Instant, AioRequest<Void>> utime : both(setup)) {
      setup.await(() -> utime.apply(A, M));
      long before = System.currentTimeMillis() / 1000 - 1;
      setup.await(() -> utime.apply(null, null));
      Stat stat = setup.await(() -> setup.aio().stat(file.toString()));
      long after = System.currentTimeMillis() / 1000 + 1;
      assertTrue(stat.atimeSeconds() >= before && stat.atimeSeconds() <= after, stat::toString);
      assertEquals(stat.atime(), stat.mtime());
    }
  }

  @EverySetup
  void oneNull_isTheStartOf1970(Setup setup) {
    for (BiFunction<Instant, Instant, AioRequest<Void>> utime : both(setup)) {
      setup.await(() -> utime.apply(A, null));
      assertEquals("1000000007.123456789 0.000000000", times(file));
      setup.await(() -> utime.apply(null, M));
      assertEquals("0.000000000 2000000011.987654321", times(file));
    }
  }

  @EverySetup
  void omit_leavesATime_andNowSetsOne(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDONLY);
    String name = file.toString();
    setup.await(() -> open.utime(A, M));
    setup.await(() -> open.utime(9, Linux.UTIME_OMIT, 5, 6));
    assertEquals("1000000007.123456789 5.000000006", times(file));
    setup.await(() -> setup.aio().utime(name, 7, 8, -1, Linux.UTIME_OMIT));
    assertEquals("7.000000008 5.000000006", times(file));
    setup.await(() -> setup.aio().utime(name, 0, Linux.UTIME_OMIT, 0, Linux.UTIME_OMIT));
    assertEquals("7.000000008 5.000000006", times(file));
    setup.await(() -> setup.aio().utime(name, 0, Linux.UTIME_OMIT, 0, Linux.UTIME_NOW));
    assertTrue(times(file).startsWith("7.000000008 "), times(file));
    assertTrue(setup.await(open::stat).mtimeSeconds() > 1_700_000_000);
  }

  @EverySetup
  void otherNanoseconds_failEINVAL(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDONLY);
    String before = times(file);
    for (int nanos : new int[] {-1, 1_000_000_000, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      setup.fails(Errno.EINVAL, () -> open.utime(1, nanos, 1, 0));
      setup.fails(Errno.EINVAL, () -> open.utime(1, 0, 1, nanos));
      setup.fails(Errno.EINVAL, () -> setup.aio().utime(file.toString(), 1, nanos, 1, 0));
    }
    assertEquals(before, times(file));
  }

  @EverySetup
  void timesOfAStat_areGivenToAnotherFile(Setup setup) throws IOException {
    Path other = Files.writeString(dir.resolve("other"), "");
    Stat stat = setup.await(() -> setup.aio().stat(file.toString()));
    AioFile open = setup.open(other, Linux.O_WRONLY);
    setup.await(
        () ->
            open.utime(
                stat.atimeSeconds(), stat.atimeNanos(), stat.mtimeSeconds(), stat.mtimeNanos()));
    assertEquals(times(file), times(other));
  }

  @EverySetup
  void link_isFollowed_andDirectoriesWork(Setup setup) throws IOException {
    Path link = Files.createSymbolicLink(dir.resolve("link"), Path.of("file"));
    String ofLink = times(link).split(" ")[1];
    setup.await(() -> setup.aio().utime(link.toString(), A, M));
    assertEquals("1000000007.123456789 2000000011.987654321", times(file));
    // Following it may have set the link's time of access.
    assertEquals(ofLink, times(link).split(" ")[1]);
    Aio there = setup.aio().at(setup.wd(dir));
    setup.await(() -> there.utime("file", M, A));
    assertEquals("2000000011.987654321 1000000007.123456789", times(file));
    setup.await(() -> there.utime(".", A, A));
    assertEquals("1000000007.123456789 1000000007.123456789", times(dir));
  }

  @EverySetup
  void failures_nameCallAndFile(Setup setup) throws IOException {
    AioException failure =
        setup.fails(Errno.ENOENT, () -> setup.aio().utime(dir + "/missing", null, null));
    assertEquals(
        "utimensat(\"" + dir + "/missing\"): No such file or directory (ENOENT)",
        failure.getMessage());
    AioFile pathOnly = setup.open(file, Linux.O_PATH);
    assertEquals("futimens", setup.fails(Errno.EBADF, () -> pathOnly.utime(A, M)).call());
    Path dangling = Files.createSymbolicLink(dir.resolve("dangling"), Path.of("nowhere"));
    setup.fails(Errno.ENOENT, () -> setup.aio().utime(dangling.toString(), A, M));
  }
}
