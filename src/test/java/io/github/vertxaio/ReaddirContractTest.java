package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** readdir and readdirx. */
class ReaddirContractTest {
  private static final int DENTS = Linux.READDIR_DENTS;
  private static final int DIRS_FIRST = Linux.READDIR_DIRS_FIRST;
  private static final int STAT_ORDER = Linux.READDIR_STAT_ORDER;
  private static final int COUNT = 10_000;

  @TempDir static Path large;

  @TempDir Path dir;

  @BeforeAll
  static void fill() throws IOException {
    for (int i = 0; i < COUNT; i++) {
      Path path = large.resolve("entry-" + i);
      if (i % 10 == 0) {
        Files.createDirectory(path);
      } else {
        Files.createFile(path);
      }
    }
  }

  /** One of each type; gives the letter by which {@code find} knows it. */
  private Map<String, Character> oneOfEach() throws IOException {
    Files.writeString(dir.resolve("file"), "");
    Files.createDirectory(dir.resolve("sub"));
    Files.createDirectory(dir.resolve(".hidden"));
    Files.createSymbolicLink(dir.resolve("link-to-sub"), Path.of("sub"));
    Files.createSymbolicLink(dir.resolve("dangling"), Path.of("nowhere"));
    Files.createLink(dir.resolve("hard"), dir.resolve("file"));
    Commands.bytes("mkfifo", dir.resolve("pipe").toString());
    Map<String, Character> types = new HashMap<>();
    List<String> found =
        Commands.lines(
            "find", dir.toString(), "-mindepth", "1", "-maxdepth", "1", "-printf", "%y%f\n");
    found.forEach(line -> types.put(line.substring(1), line.charAt(0)));
    assertEquals(7, types.size());
    return types;
  }

  private static char letter(int type) {
    Map<Integer, Character> letters =
        Map.of(
            Linux.DT_REG,
            'f',
            Linux.DT_DIR,
            'd',
            Linux.DT_LNK,
            'l',
            Linux.DT_FIFO,
            'p',
            Linux.DT_CHR,
            'c',
            Linux.DT_BLK,
            'b',
            Linux.DT_SOCK,
            's');
    return letters.get(type);
  }

  private static Set<String> javaNames(Path directory) throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private static long inode(Path path) throws IOException {
    return (Long) Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS);
  }

  @EverySetup
  void readdir_givesAllNames(Setup setup) throws IOException {
    Set<String> expected = oneOfEach().keySet();
    List<String> names = setup.await(() -> setup.aio().readdir(dir.toString()));
    assertEquals(expected, new HashSet<>(names));
    assertEquals(7, names.size());
    assertEquals(javaNames(dir), new HashSet<>(names));
  }

  @EverySetup
  void readdir_emptyDirectory_givesNothing(Setup setup) {
    assertEquals(List.of(), setup.await(() -> setup.aio().readdir(dir.toString())));
    assertEquals(List.of(), setup.await(() -> setup.aio().readdirx(dir.toString(), 0)).names());
  }

  @EverySetup
  void readdir_isInTheOrderOfTheFileSystem(Setup setup) {
    List<String> expected = Commands.lines("ls", "-U", "-A", "-1", large.toString());
    assertEquals(COUNT, expected.size());
    assertEquals(expected, setup.await(() -> setup.aio().readdir(large.toString())));
    DirectoryListing listing = setup.await(() -> setup.aio().readdirx(large.toString(), 0));
    assertEquals(expected, listing.names());
  }

  @EverySetup
  void readdir_severalAtOnce(Setup setup) {
    List<Future<List<String>>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(setup.onContext(() -> setup.aio().readdir(large.toString())));
    }
    Set<String> first = new HashSet<>(Setup.await(all.get(0)));
    assertEquals(COUNT, first.size());
    all.forEach(names -> assertEquals(first, new HashSet<>(Setup.await(names))));
  }

  @EverySetup
  void readdir_systemDirectories_equalLs(Setup setup) {
    for (String path : List.of("/", "/usr/bin", "/etc", "/dev", "/sys/kernel", "/proc/sys")) {
      Set<String> expected = new HashSet<>(Commands.lines("ls", "-A", "-1", path));
      assertEquals(expected, new HashSet<>(setup.await(() -> setup.aio().readdir(path))), path);
    }
  }

  @EverySetup
  void readdir_throughALinkAndASlash(Setup setup) throws IOException {
    oneOfEach();
    Files.createFile(dir.resolve("sub/inside"));
    for (String path : List.of("/link-to-sub", "/link-to-sub/", "/sub//.", "/sub/../sub")) {
      assertEquals(List.of("inside"), setup.await(() -> setup.aio().readdir(dir + path)));
    }
  }

  @EverySetup
  void readdir_noDirectory_failsENOTDIR(Setup setup) throws IOException {
    oneOfEach();
    for (String name : List.of("file", "pipe")) {
      AioException failure =
          setup.fails(Errno.ENOTDIR, () -> setup.aio().readdir(dir + "/" + name));
      assertEquals("readdir", failure.call());
      failure = setup.fails(Errno.ENOTDIR, () -> setup.aio().readdirx(dir + "/" + name, DENTS));
      assertEquals("readdirx", failure.call());
    }
    setup.fails(Errno.ENOENT, () -> setup.aio().readdir(dir + "/dangling"));
  }

  @EverySetup
  void readdirx_withoutDents_givesNamesOnly(Setup setup) throws IOException {
    Set<String> expected = oneOfEach().keySet();
    for (int flags : new int[] {0, DIRS_FIRST, STAT_ORDER, DIRS_FIRST | STAT_ORDER}) {
      DirectoryListing listing = setup.await(() -> setup.aio().readdirx(dir.toString(), flags));
      assertEquals(List.of(), listing.entries());
      assertEquals(expected, new HashSet<>(listing.names()));
      assertEquals(flags, listing.flags());
    }
  }

  @EverySetup
  void readdirx_dents_givesTypesAndInodes(Setup setup) throws IOException {
    Map<String, Character> types = oneOfEach();
    for (int order : new int[] {0, DIRS_FIRST, STAT_ORDER, DIRS_FIRST | STAT_ORDER}) {
      DirectoryListing listing =
          setup.await(() -> setup.aio().readdirx(dir.toString(), DENTS | order));
      assertEquals(7, listing.entries().size());
      assertEquals(listing.names(), listing.entries().stream().map(DirectoryEntry::name).toList());
      for (DirectoryEntry entry : listing.entries()) {
        assertEquals(types.get(entry.name()), letter(entry.type()), entry.name());
        assertEquals(inode(dir.resolve(entry.name())), entry.inode(), entry.name());
        assertEquals(types.get(entry.name()) == 'd', entry.isDirectory());
      }
    }
    DirectoryListing devices = setup.await(() -> setup.aio().readdirx("/dev", DENTS));
    Map<String, Integer> byName = new HashMap<>();
    devices.entries().forEach(entry -> byName.put(entry.name(), entry.type()));
    assertEquals(Linux.DT_CHR, byName.get("null"));
  }

  @EverySetup
  void readdirx_inodes_equalLs(Setup setup) {
    List<String> expected = Commands.lines("ls", "-U", "-A", "-1", "-i", large.toString());
    DirectoryListing listing = setup.await(() -> setup.aio().readdirx(large.toString(), DENTS));
    List<String> ours =
        listing.entries().stream().map(entry -> entry.inode() + " " + entry.name()).toList();
    assertEquals(expected.stream().map(String::strip).toList(), ours);
  }

  @EverySetup
  void readdirx_dirsFirst_putsThemFirst(Setup setup) {
    DirectoryListing listing =
        setup.await(() -> setup.aio().readdirx(large.toString(), DENTS | DIRS_FIRST));
    assertEquals(COUNT, listing.entries().size());
    for (int i = 0; i < COUNT; i++) {
      assertEquals(i < COUNT / 10, listing.entries().get(i).isDirectory());
    }
  }

  @EverySetup
  void readdirx_statOrder_isByInode(Setup setup) {
    DirectoryListing listing =
        setup.await(() -> setup.aio().readdirx(large.toString(), DENTS | STAT_ORDER));
    assertAscending(listing.entries());
    int both = DENTS | STAT_ORDER | DIRS_FIRST;
    listing = setup.await(() -> setup.aio().readdirx(large.toString(), both));
    assertEquals(COUNT, new HashSet<>(listing.names()).size());
    assertTrue(listing.entries().get(COUNT / 10 - 1).isDirectory());
    assertAscending(listing.entries().subList(0, COUNT / 10));
    assertAscending(listing.entries().subList(COUNT / 10, COUNT));
  }

  private static void assertAscending(List<DirectoryEntry> entries) {
    for (int i = 1; i < entries.size(); i++) {
      assertTrue(entries.get(i - 1).inode() < entries.get(i).inode());
    }
  }

  @EverySetup
  void readdirx_unknownFlags_failEINVAL(Setup setup) {
    int[] unknown = {1 << 20, -1, Integer.MIN_VALUE, DENTS | 0x4000, Linux.READDIR_FOUND_UNKNOWN};
    for (int flags : unknown) {
      AioException failure =
          setup.fails(Errno.EINVAL, () -> setup.aio().readdirx(dir.toString(), flags));
      assertEquals("readdirx", failure.call());
      assertTrue(failure.getMessage().contains("0x" + Integer.toHexString(flags)));
    }
  }
}
