package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** link, symlink and readlink. */
class LinkContractTest {
  @TempDir Path dir;

  private Path file(String name) throws IOException {
    return Files.writeString(dir.resolve(name), name);
  }

  private static String inode(Path path) {
    return Commands.lines("stat", "-c", "%i %h", path.toString()).get(0);
  }

  @EverySetup
  void link_givesTheSameFileASecondName(Setup setup) throws IOException {
    Path a = file("a");
    assertNull(setup.await(() -> setup.aio().link(a.toString(), dir + "/b")));
    assertEquals(inode(a), inode(dir.resolve("b")));
    assertTrue(inode(a).endsWith(" 2"), inode(a));
    Aio there = setup.aio().at(setup.wd(dir));
    setup.await(() -> there.link("b", "c"));
    assertEquals(inode(a), inode(dir.resolve("c")));
    assertTrue(inode(a).endsWith(" 3"), inode(a));
  }

  @EverySetup
  void link_ofASymbolicLink_isOfTheLinkItself(Setup setup) throws IOException {
    file("a");
    Path symbolic = Files.createSymbolicLink(dir.resolve("l"), Path.of("a"));
    setup.await(() -> setup.aio().link(symbolic.toString(), dir + "/m"));
    assertTrue(Files.isSymbolicLink(dir.resolve("m")));
    assertEquals(inode(symbolic), inode(dir.resolve("m")));
  }

  @EverySetup
  void link_failures_nameBothPaths(Setup setup) throws IOException {
    String a = file("a").toString();
    String b = file("b").toString();
    AioException failure = setup.fails(Errno.EEXIST, () -> setup.aio().link(a, b));
    assertEquals(List.of(a, b), failure.paths());
    assertEquals("link", failure.call());
    setup.fails(Errno.EPERM, () -> setup.aio().link(dir.toString(), dir + "/c"));
    setup.fails(Errno.ENOENT, () -> setup.aio().link(dir + "/missing", dir + "/c"));
    setup.fails(Errno.ENOENT, () -> setup.aio().link(a, dir + "/missing/c"));
    setup.fails(Errno.EXDEV, () -> setup.aio().link("/proc/version", dir + "/c"));
    assertFalse(Files.exists(dir.resolve("c")));
  }

  @EverySetup
  void symlink_containsItsTargetAsItIs(Setup setup) throws IOException {
    List<String> targets = List.of("a", "./a/../a", "/", "no/such\nfile ", "x".repeat(4095), "ü€");
    for (String target : targets) {
      Path link = dir.resolve("link");
      assertNull(setup.await(() -> setup.aio().symlink(target, link.toString())));
      assertEquals(target, Files.readSymbolicLink(link).toString());
      byte[] printed = Commands.bytes("readlink", "-n", link.toString());
      assertEquals(target, new String(printed, StandardCharsets.UTF_8));
      assertEquals(target, setup.await(() -> setup.aio().readlink(link.toString())));
      Files.delete(link);
    }
  }

  @EverySetup
  void symlink_targetIsNotTakenFromTheWorkingDirectory(Setup setup) throws IOException {
    Files.createDirectory(dir.resolve("sub"));
    Aio there = setup.aio().at(setup.wd(dir));
    setup.await(() -> there.symlink("../a", "sub/link"));
    assertEquals("../a", setup.await(() -> there.readlink("sub/link")));
    Aio nowhere = setup.aio().at(null);
    setup.await(() -> nowhere.symlink("b", dir + "/absolute"));
    assertEquals("b", Files.readSymbolicLink(dir.resolve("absolute")).toString());
  }

  @EverySetup
  void symlink_badTargets_fail(Setup setup) {
    String link = dir + "/link";
    setup.fails(Errno.ENOENT, () -> setup.aio().symlink("", link));
    setup.fails(Errno.EINVAL, () -> setup.aio().symlink("a\0b", link));
    setup.fails(Errno.EILSEQ, () -> setup.aio().symlink("\uD800", link));
    setup.fails(Errno.ENAMETOOLONG, () -> setup.aio().symlink("x".repeat(4096), link));
    setup.refuses(NullPointerException.class, () -> setup.aio().symlink(null, link));
    assertFalse(Files.exists(Path.of(link), LinkOption.NOFOLLOW_LINKS));
  }

  @EverySetup
  void symlink_existingName_failsEEXIST(Setup setup) throws IOException {
    String a = file("a").toString();
    AioException failure = setup.fails(Errno.EEXIST, () -> setup.aio().symlink("b", a));
    assertEquals(List.of("b", a), failure.paths());
    Files.createSymbolicLink(dir.resolve("dangling"), Path.of("nowhere"));
    setup.fails(Errno.EEXIST, () -> setup.aio().symlink("b", dir + "/dangling"));
  }

  @EverySetup
  void targetsThatAreNotUtf8_comeBack(Setup setup) throws IOException {
    byte[] target = {(byte) 0xFF, 'a', (byte) 0xC3, '/', (byte) 0x80};
    String link = dir + "/link";
    setup.await(() -> setup.aio().symlink(PathBytes.decode(target), link));
    assertTrue(Arrays.equals(target, Commands.bytes("readlink", "-n", link)));
    String read = setup.await(() -> setup.aio().readlink(link));
    assertTrue(Arrays.equals(target, PathBytes.encode(read)));
  }

  @EverySetup
  void readlink_doesNotFollow(Setup setup) throws IOException {
    Files.createSymbolicLink(dir.resolve("self"), Path.of("self"));
    Files.createSymbolicLink(dir.resolve("chain"), Path.of("self"));
    assertEquals("self", setup.await(() -> setup.aio().readlink(dir + "/self")));
    assertEquals("self", setup.await(() -> setup.aio().readlink(dir + "/chain")));
  }

  @EverySetup
  void readlink_ofWhatIsNoLink_failsEINVAL(Setup setup) throws IOException {
    String a = file("a").toString();
    AioException failure = setup.fails(Errno.EINVAL, () -> setup.aio().readlink(a));
    assertEquals("readlink(\"" + a + "\"): Invalid argument (EINVAL)", failure.getMessage());
    setup.fails(Errno.EINVAL, () -> setup.aio().readlink(dir.toString()));
    setup.fails(Errno.ENOENT, () -> setup.aio().readlink(dir + "/missing"));
  }
}
