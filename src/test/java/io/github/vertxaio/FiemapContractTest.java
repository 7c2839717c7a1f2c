package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** fiemap, compared with filefrag. */
class FiemapContractTest {
  private static final int BLOCK = 4096;
  private static final long ALL = Linux.FIEMAP_MAX_OFFSET;
  private static final Pattern LINE =
      Pattern.compile("\\s*\\d+:\\s*(\\d+)\\.\\.\\s*\\d+:\\s*(\\d+)\\.\\.\\s*\\d+:\\s*(\\d+):.*");

  @TempDir Path dir;

  @BeforeEach
  void assumeThatThereAreExtents() throws IOException {
    Commands.assume("filefrag");
    String probe = Files.writeString(dir.resolve("probe"), "x").toString();
    String said = Commands.outcome(List.of("filefrag", "-s", "-v", probe)).text();
    assumeFalse(said.contains("not supported"), "the file system has no extents: " + said);
  }

  /** A file with this many extents, a hole behind each. */
  private Path file(int extents) throws IOException {
    Path path = dir.resolve("file");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      for (int i = 0; i < extents; i++) {
        file.seek(2L * i * BLOCK);
        file.write(new byte[] {1});
      }
      file.getFD().sync();
    }
    return path;
  }

  private static List<Extent> withoutFlags(List<Extent> extents) {
    return extents.stream().map(e -> new Extent(e.logical(), e.physical(), e.length(), 0)).toList();
  }

  private static List<Extent> filefrag(Path path) {
    List<Extent> extents = new ArrayList<>();
    for (String line : Commands.lines("filefrag", "-b1", "-s", "-v", path.toString())) {
      Matcher fields = LINE.matcher(line);
      if (fields.matches()) {
        extents.add(
            new Extent(
                Long.parseLong(fields.group(1)),
                Long.parseLong(fields.group(2)),
                Long.parseLong(fields.group(3)),
                0));
      }
    }
    return extents;
  }

  @EverySetup
  void allExtents_areThoseOfFilefrag(Setup setup) throws IOException {
    for (int count : new int[] {1, 5, 128, 129, 300}) {
      Path path = file(count);
      AioFile open = setup.open(path, Linux.O_RDONLY);
      List<Extent> extents = setup.await(() -> open.fiemap(0, ALL, Linux.FIEMAP_FLAG_SYNC));
      assertEquals(filefrag(path), withoutFlags(extents));
      assertEquals(count, extents.size());
      assertEquals(count, setup.await(() -> open.fiemapCount(0, ALL, 0)));
      for (int i = 0; i < count; i++) {
        boolean last = (extents.get(i).flags() & Linux.FIEMAP_EXTENT_LAST) != 0;
        assertEquals(i == count - 1, last, "extent " + i);
      }
    }
  }

  @EverySetup
  void count_givesTheFirst(Setup setup) throws IOException {
    AioFile open = setup.open(file(300), Linux.O_RDONLY);
    List<Extent> all = setup.await(() -> open.fiemap(0, ALL, 0));
    for (int count : new int[] {1, 2, 127, 128, 129, 256, 299, 300, 301, Integer.MAX_VALUE}) {
      List<Extent> some = setup.await(() -> open.fiemap(0, ALL, 0, count));
      assertEquals(all.subList(0, Math.min(count, 300)), some);
    }
  }

  @EverySetup
  void range_givesWhatItTouches(Setup setup) throws IOException {
    AioFile open = setup.open(file(300), Linux.O_RDONLY);
    List<Extent> all = setup.await(() -> open.fiemap(0, ALL, 0));
    assertRange(setup, open, all.subList(3, 300), 6 * BLOCK, ALL);
    assertRange(setup, open, all.subList(3, 5), 6 * BLOCK, 3 * BLOCK);
    assertRange(setup, open, all.subList(3, 4), 6 * BLOCK + 1, 1);
    assertEquals(List.of(), setup.await(() -> open.fiemap(7 * BLOCK, BLOCK, 0)));
    assertEquals(2, setup.await(() -> open.fiemapCount(6 * BLOCK, 3 * BLOCK, 0)));
    assertEquals(0, setup.await(() -> open.fiemapCount(7 * BLOCK, BLOCK, 0)));
    // Ranges whose ends fall on all sides of what one call gives.
    for (int end = 250; end < 262; end++) {
      assertRange(setup, open, all.subList(0, (end + 1) / 2), 0, (long) end * BLOCK);
    }
    assertRange(setup, open, all.subList(1, 300), 2 * BLOCK, Long.MAX_VALUE);
  }

  /** Some file systems mark the last extent of the range as that of the file. */
  private static void assertRange(
      Setup setup, AioFile open, List<Extent> expected, long start, long length) {
    List<Extent> extents = setup.await(() -> open.fiemap(start, length, 0));
    assertEquals(withoutFlags(expected), withoutFlags(extents), start + "+" + length);
  }

  @EverySetup
  void unwrittenSpace_isMarked(Setup setup) throws IOException {
    AioFile open = setup.open(dir.resolve("f"), Linux.O_CREAT | Linux.O_RDWR);
    setup.await(() -> open.allocate(0, 0, 8 * BLOCK));
    List<Extent> extents = setup.await(() -> open.fiemap(0, ALL, 0));
    assertTrue((extents.get(0).flags() & Linux.FIEMAP_EXTENT_UNWRITTEN) != 0, extents::toString);
  }

  @EverySetup
  void emptyFile_hasNone(Setup setup) {
    AioFile open = setup.open(dir.resolve("f"), Linux.O_CREAT | Linux.O_RDWR);
    assertEquals(List.of(), setup.await(() -> open.fiemap(0, ALL, 0)));
    assertEquals(0, setup.await(() -> open.fiemapCount(0, ALL, 0)));
  }

  @EverySetup
  void unknownFlags_failEBADR(Setup setup) throws IOException {
    AioFile open = setup.open(file(1), Linux.O_RDONLY);
    AioException failure = setup.fails(Errno.EBADR, () -> open.fiemap(0, ALL, 1 << 20));
    assertEquals("fiemap", failure.call());
    setup.fails(Errno.EBADR, () -> open.fiemap(0, ALL, -1, 5));
    setup.fails(Errno.EBADR, () -> open.fiemapCount(0, ALL, 1 << 20));
  }

  @EverySetup
  void badRanges_fail(Setup setup) throws IOException {
    AioFile open = setup.open(file(1), Linux.O_RDONLY);
    setup.fails(Errno.EINVAL, () -> open.fiemap(0, 0, 0));
    setup.fails(Errno.EFBIG, () -> open.fiemap(Long.MAX_VALUE, 1, 0));
    setup.refuses(IllegalArgumentException.class, () -> open.fiemap(-1, 1, 0));
    setup.refuses(IllegalArgumentException.class, () -> open.fiemap(0, -2, 0));
    setup.refuses(IllegalArgumentException.class, () -> open.fiemap(0, ALL, 0, 0));
    setup.refuses(IllegalArgumentException.class, () -> open.fiemap(0, ALL, 0, -1));
    setup.refuses(IllegalArgumentException.class, () -> open.fiemapCount(0, -2, 0));
  }

  @EverySetup
  void whatHasNoExtents_fails(Setup setup) {
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    AioFile open = setup.open(pipe, Linux.O_RDWR);
    setup.fails(Errno.EOPNOTSUPP, () -> open.fiemap(0, ALL, 0));
    AioFile proc = setup.open(Path.of("/proc/version"), Linux.O_RDONLY);
    setup.fails(Errno.EOPNOTSUPP, () -> proc.fiemapCount(0, ALL, 0));
  }
}
