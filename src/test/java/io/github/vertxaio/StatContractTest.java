package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** stat, lstat and fstat, compared with coreutils and with java.nio. */
class StatContractTest {
  private static final String FORMAT = "%i %f %h %u %g %t %T %s %o %b %X %Y %Z %W";

  @TempDir Path dir;

  /** What coreutils prints in this format. */
  private static String inFormat(Stat stat) {
    List<String> parts = new ArrayList<>();
    parts.add(Long.toUnsignedString(stat.ino()));
    parts.add(Integer.toHexString(stat.mode()));
    parts.add(Long.toString(stat.nlink()));
    parts.add(Integer.toUnsignedString(stat.uid()));
    parts.add(Integer.toUnsignedString(stat.gid()));
    parts.add(Integer.toHexString(Stat.major(stat.rdev())));
    parts.add(Integer.toHexString(Stat.minor(stat.rdev())));
    parts.add(Long.toString(stat.size()));
    parts.add(Long.toString(stat.blksize()));
    parts.add(Long.toString(stat.blocks()));
    parts.add(Long.toString(stat.atimeSeconds()));
    parts.add(Long.toString(stat.mtimeSeconds()));
    parts.add(Long.toString(stat.ctimeSeconds()));
    parts.add(Long.toString(stat.btimeSeconds()));
    return String.join(" ", parts);
  }

  private static String coreutils(boolean follow, String format, Path path) {
    return follow
        ? Commands.lines("stat", "-L", "--printf", format, path.toString()).get(0)
        : Commands.lines("stat", "--printf", format, path.toString()).get(0);
  }

  private static void assertSameAsCoreutils(Path path, boolean follow, Stat stat) {
    assertEquals(coreutils(follow, FORMAT, path), inFormat(stat), path.toString());
    String nanos = coreutils(follow, "%.9X %.9Y %.9Z %.9W", path);
    String ours =
        "%09d %09d %09d %09d"
            .formatted(stat.atimeNanos(), stat.mtimeNanos(), stat.ctimeNanos(), stat.btimeNanos());
    String theirs = nanos.replaceAll("-?\\d+\\.", "");
    assertEquals(theirs, ours, path.toString());
  }

  private static void assertSameAsJava(Path path, boolean follow, Stat stat) throws IOException {
    LinkOption[] options =
        follow ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    Map<String, Object> unix = Files.readAttributes(path, "unix:*", options);
    assertEquals(unix.get("dev"), stat.dev());
    assertEquals(unix.get("ino"), stat.ino());
    assertEquals(unix.get("mode"), stat.mode());
    assertEquals(((Number) unix.get("nlink")).longValue(), stat.nlink());
    assertEquals(unix.get("uid"), stat.uid());
    assertEquals(unix.get("gid"), stat.gid());
    assertEquals(unix.get("rdev"), stat.rdev());
    assertEquals(unix.get("size"), stat.size());
    assertEquals(((FileTime) unix.get("lastAccessTime")).to(TimeUnit.NANOSECONDS), stat.atime());
    assertEquals(((FileTime) unix.get("lastModifiedTime")).to(TimeUnit.NANOSECONDS), stat.mtime());
    assertEquals(((FileTime) unix.get("ctime")).to(TimeUnit.NANOSECONDS), stat.ctime());
    assertEquals(unix.get("isDirectory"), stat.isDirectory());
    assertEquals(unix.get("isRegularFile"), stat.isRegularFile());
    assertEquals(unix.get("isSymbolicLink"), stat.isSymbolicLink());
  }

  private void check(Setup setup, Path path, boolean follow) throws IOException {
    String name = path.toString();
    // More than once: later ones may be answered in another place than the first.
    for (int i = 0; i < 3; i++) {
      Stat stat = setup.await(() -> follow ? setup.aio().stat(name) : setup.aio().lstat(name));
      assertSameAsCoreutils(path, follow, stat);
      assertSameAsJava(path, follow, stat);
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @EverySetup
  void filesOfEveryType_haveTheAttributesThatOthersSee(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("file"), "x".repeat(10_000));
    Files.createLink(dir.resolve("second"), file);
    Path link = Files.createSymbolicLink(dir.resolve("link"), Path.of("file"));
    Path fifo = dir.resolve("fifo");
    Commands.bytes("mkfifo", "-m", "0640", fifo.toString());
    Path odd = Files.writeString(dir.resolve("odd"), "");
    Commands.bytes("chmod", "07751", odd.toString());
    Path device = Path.of("/dev/null");
    for (Path path : List.of(file, dir, link, fifo, odd, device, Path.of("/"), Path.of("."))) {
      check(setup, path, true);
      check(setup, path, false);
    }
  }

  @EverySetup
  void openFiles_haveTheSameAttributes(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("file"), "x".repeat(10_000));
    Path link = Files.createSymbolicLink(dir.resolve("link"), Path.of("file"));
    for (Path path : List.of(file, dir, Path.of("/dev/null"), link)) {
      int flags = path.equals(link) ? Linux.O_PATH | Linux.O_NOFOLLOW : Linux.O_RDONLY;
      AioFile opened = setup.open(path, flags);
      for (int i = 0; i < 3; i++) {
        Stat stat = setup.await(opened::stat);
        assertSameAsCoreutils(path, false, stat);
        assertSameAsJava(path, false, stat);
        pause();
      }
    }
  }

  @EverySetup
  void timesFarAway_keepSecondsAndNanoseconds(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("file"), "");
    String[] times = {
      "@1.000000001", "@0", "@2147483648.999999999", "@4294967296.123456789", "@-1", "@-2147483648"
    };
    for (String time : times) {
      Commands.bytes("touch", "-d", time, file.toString());
      String seconds = time.substring(1).replaceAll("\\..*", "");
      String nanos = time.contains(".") ? time.substring(time.indexOf('.') + 1) : "0";
      for (int i = 0; i < 2; i++) {
        Stat stat = setup.await(() -> setup.aio().stat(file.toString()));
        assertEquals(Long.parseLong(seconds), stat.mtimeSeconds());
        assertEquals(Integer.parseInt(nanos), stat.mtimeNanos());
        assertEquals(stat.mtimeSeconds(), stat.atimeSeconds());
        assertSameAsJava(file, true, stat);
        pause();
      }
    }
    Commands.bytes("touch", "-d", "@-1.5", file.toString());
    Stat stat = setup.await(() -> setup.aio().stat(file.toString()));
    assertEquals(-2, stat.mtimeSeconds());
    assertEquals(500_000_000, stat.mtimeNanos());
    assertEquals(-1_500_000_000L, stat.mtime());
  }

  @EverySetup
  void birthTime_isWhatCoreutilsSee(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("file"), "");
    Stat stat = setup.await(() -> setup.aio().stat(file.toString()));
    String birth = coreutils(true, "%w", file);
    assertEquals(!birth.equals("-"), stat.hasBirthTime());
    assertEquals(coreutils(true, "%W", file), Long.toString(stat.btimeSeconds()));
    Stat none = setup.await(() -> setup.aio().stat("/proc/version"));
    assertEquals(!coreutils(true, "%w", Path.of("/proc/version")).equals("-"), none.hasBirthTime());
    assertTrue(none.hasBirthTime() || none.btime() == 0);
  }

  @EverySetup
  void device_hasMajorAndMinor(Setup setup) {
    Stat stat = setup.await(() -> setup.aio().stat("/dev/null"));
    assertEquals(1, Stat.major(stat.rdev()));
    assertEquals(3, Stat.minor(stat.rdev()));
    assertEquals(Stat.makedev(1, 3), stat.rdev());
    assertEquals(Linux.S_IFCHR, stat.type());
    Stat file = setup.await(() -> setup.aio().stat(dir.toString()));
    assertEquals(0, file.rdev());
    String device = coreutils(true, "%d", dir);
    assertEquals(Long.parseLong(device), file.dev());
  }

  @EverySetup
  void changes_areSeenAtOnce(Setup setup) throws IOException {
    Path path = dir.resolve("file");
    AioFile file = setup.open(path, Linux.O_CREAT | Linux.O_RDWR);
    for (int i = 1; i <= 100; i++) {
      byte[] more = new byte[i];
      setup.await(() -> file.write(0, Buffer.buffer(more)));
      assertEquals(i, setup.await(() -> setup.aio().stat(path.toString())).size());
      assertEquals(i, setup.await(file::stat).size());
    }
    for (int i = 0; i < 50; i++) {
      Files.move(path, dir.resolve("moved"));
      setup.fails(Errno.ENOENT, () -> setup.aio().stat(path.toString()));
      Files.move(dir.resolve("moved"), path);
      assertEquals(100, setup.await(() -> setup.aio().lstat(path.toString())).size());
    }
  }

  @EverySetup
  void links_areFollowedByStatOnly(Setup setup) throws IOException {
    Files.writeString(dir.resolve("file"), "12345");
    Path link = Files.createSymbolicLink(dir.resolve("link"), Path.of("file"));
    assertEquals(5, setup.await(() -> setup.aio().stat(link.toString())).size());
    assertTrue(setup.await(() -> setup.aio().stat(link.toString())).isRegularFile());
    assertEquals(4, setup.await(() -> setup.aio().lstat(link.toString())).size());
    assertTrue(setup.await(() -> setup.aio().lstat(link.toString())).isSymbolicLink());
    Path toDirectory = Files.createSymbolicLink(dir.resolve("dirlink"), dir);
    assertTrue(setup.await(() -> setup.aio().lstat(toDirectory + "/")).isDirectory());
    assertFalse(setup.await(() -> setup.aio().lstat(toDirectory.toString())).isDirectory());
  }

  @EverySetup
  void danglingLink_failsENOENTForStatOnly(Setup setup) throws IOException {
    Path link = Files.createSymbolicLink(dir.resolve("link"), Path.of("nowhere"));
    setup.fails(Errno.ENOENT, () -> setup.aio().stat(link.toString()));
    assertTrue(setup.await(() -> setup.aio().lstat(link.toString())).isSymbolicLink());
  }

  @EverySetup
  void linksInACircle_failELOOP(Setup setup) throws IOException {
    Files.createSymbolicLink(dir.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(dir.resolve("b"), Path.of("a"));
    AioException failure = setup.fails(Errno.ELOOP, () -> setup.aio().stat(dir + "/a"));
    assertEquals("stat", failure.call());
    setup.fails(Errno.ELOOP, () -> setup.aio().lstat(dir + "/a/x"));
    assertTrue(setup.await(() -> setup.aio().lstat(dir + "/a")).isSymbolicLink());
  }

  @EverySetup
  void removedButOpenFile_hasNoLinks(Setup setup) throws IOException {
    Path path = Files.writeString(dir.resolve("file"), "12345");
    AioFile file = setup.open(path, Linux.O_RDONLY);
    assertEquals(1, setup.await(file::stat).nlink());
    Files.delete(path);
    assertEquals(0, setup.await(file::stat).nlink());
    assertEquals(5, setup.await(file::stat).size());
  }
}
