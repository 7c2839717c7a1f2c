package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** chown, lchown, fchown, chmod and fchmod, as stat(1) sees them. */
class OwnerAndModeContractTest {
  /** The largest number that is an owner; one more means: leave. */
  private static final int LARGEST = -2;

  @TempDir Path dir;
  private Path file;
  private Path link;

  @BeforeEach
  void makeFiles() throws IOException {
    file = Files.writeString(dir.resolve("file"), "x");
    link = Files.createSymbolicLink(dir.resolve("link"), Path.of("file"));
  }

  private static String owner(Path path) {
    return Commands.lines("stat", "-c", "%u %g", path.toString()).get(0);
  }

  private static String mode(Path path) {
    return Commands.lines("stat", "-c", "%a", path.toString()).get(0);
  }

  @EverySetup
  void chmod_setsEveryBit(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDONLY);
    for (int mode : new int[] {0, 0644, 0777, 01755, 02755, 04755, 07777, 0200}) {
      assertNull(setup.await(() -> setup.aio().chmod(file.toString(), mode)));
      assertEquals(Integer.toOctalString(mode), mode(file));
      setup.await(() -> open.chmod(0600));
      assertEquals("600", mode(file));
      assertNull(setup.await(() -> open.chmod(mode)));
      assertEquals(Integer.toOctalString(mode), mode(file));
    }
  }

  @EverySetup
  void chmod_typeBits_areIgnored(Setup setup) {
    setup.await(() -> setup.aio().chmod(file.toString(), Linux.S_IFDIR | 0640));
    assertEquals("640", mode(file));
    assertEquals(Linux.S_IFREG | 0640, setup.await(() -> setup.aio().stat(file.toString())).mode());
  }

  @EverySetup
  void chmod_link_isFollowed_andDirectoriesWork(Setup setup) {
    String ofLink = mode(link);
    setup.await(() -> setup.aio().chmod(link.toString(), 0611));
    assertEquals("611", mode(file));
    assertEquals(ofLink, mode(link));
    Aio there = setup.aio().at(setup.wd(dir));
    setup.await(() -> there.chmod("file", 0622));
    assertEquals("622", mode(file));
    setup.await(() -> there.chmod(".", 0711));
    assertEquals("711", mode(dir));
  }

  @EverySetup
  void chown_setsWhatIsNotMinusOne(Setup setup) {
    Commands.assumeRoot("give files away");
    AioFile open = setup.open(file, Linux.O_RDONLY);
    String name = file.toString();
    assertNull(setup.await(() -> setup.aio().chown(name, 11, 12)));
    assertEquals("11 12", owner(file));
    setup.await(() -> setup.aio().chown(name, 13, -1));
    assertEquals("13 12", owner(file));
    setup.await(() -> setup.aio().chown(name, -1, 14));
    setup.await(() -> setup.aio().chown(name, -1, -1));
    assertEquals("13 14", owner(file));
    assertNull(setup.await(() -> open.chown(21, 22)));
    assertEquals("21 22", owner(file));
    setup.await(() -> open.chown(-1, 23));
    setup.await(() -> open.chown(24, -1));
    assertEquals("24 23", owner(file));
  }

  @EverySetup
  void chown_largestNumber(Setup setup) {
    Commands.assumeRoot("give files away");
    setup.await(() -> setup.aio().chown(file.toString(), LARGEST, LARGEST));
    assertEquals("4294967294 4294967294", owner(file));
    assertEquals(LARGEST, setup.await(() -> setup.aio().stat(file.toString())).uid());
  }

  @EverySetup
  void chown_followsLinks_andLchownDoesNot(Setup setup) {
    Commands.assumeRoot("give files away");
    Aio there = setup.aio().at(setup.wd(dir));
    setup.await(() -> there.chown("link", 31, 32));
    assertEquals("31 32", owner(file));
    assertEquals("0 0", owner(link));
    setup.await(() -> there.lchown("link", 33, 34));
    assertEquals("31 32", owner(file));
    assertEquals("33 34", owner(link));
    setup.await(() -> there.lchown("file", 35, -1));
    assertEquals("35 32", owner(file));
  }

  @EverySetup
  void chown_takesSetUserIdAway(Setup setup) {
    Commands.assumeRoot("give files away");
    setup.await(() -> setup.aio().chmod(file.toString(), 04755));
    setup.await(() -> setup.aio().chown(file.toString(), 41, 42));
    assertEquals("755", mode(file));
  }

  @EverySetup
  void failures_nameTheCall(Setup setup) throws IOException {
    String missing = dir + "/missing";
    AioException failure = setup.fails(Errno.ENOENT, () -> setup.aio().chmod(missing, 0600));
    assertEquals(
        "chmod(\"" + missing + "\"): No such file or directory (ENOENT)", failure.getMessage());
    Path dangling = Files.createSymbolicLink(dir.resolve("dangling"), Path.of("nowhere"));
    setup.fails(Errno.ENOENT, () -> setup.aio().chmod(dangling.toString(), 0600));
    setup.fails(Errno.ENOENT, () -> setup.aio().chown(dangling.toString(), -1, -1));
    setup.await(() -> setup.aio().lchown(dangling.toString(), -1, -1));
    AioFile pathOnly = setup.open(file, Linux.O_PATH);
    assertEquals("fchmod", setup.fails(Errno.EBADF, () -> pathOnly.chmod(0600)).call());
    assertEquals("fchown", setup.fails(Errno.EBADF, () -> pathOnly.chown(-1, -1)).call());
  }
}
