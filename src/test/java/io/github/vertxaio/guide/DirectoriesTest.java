package io.github.vertxaio.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioGroup;
import io.github.vertxaio.DirectoryEntry;
import io.github.vertxaio.DirectoryListing;
import io.github.vertxaio.Linux;
import io.github.vertxaio.PathBytes;
import io.github.vertxaio.ScanResult;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** What the page {@code directories} shows. */
class DirectoriesTest {
  @TempDir Path dir;

  // tag::readdir[]
  static Future<List<String>> sorted(Aio aio, String directory) {
    return aio.readdir(directory).map(names -> names.stream().sorted().toList());
  }

  // end::readdir[]

  @EverySetup
  void readdir_sortedIsWhatLsSays(Setup setup) throws IOException {
    for (String name : List.of("b", "a", ".hidden", "Z")) {
      Files.writeString(dir.resolve(name), "");
    }
    assertEquals(
        Commands.lines("ls", "-A", dir.toString()),
        setup.await(() -> sorted(setup.aio(), dir.toString())));
  }

  // tag::readdirx[]
  /** The symbolic links in a directory; asks for a type only where the listing has none. */
  static Future<List<String>> links(Aio aio, String directory) {
    AioGroup<List<String>> group = aio.group();
    List<String> links = new ArrayList<>();
    group
        .add(aio.readdirx(directory, Linux.READDIR_DENTS | Linux.READDIR_STAT_ORDER))
        .onSuccess(
            listing -> {
              for (DirectoryEntry entry : listing.entries()) {
                if (entry.type() == Linux.DT_LNK) {
                  links.add(entry.name());
                } else if (entry.type() == Linux.DT_UNKNOWN) {
                  group
                      .add(aio.lstat(directory + "/" + entry.name()))
                      .onSuccess(stat -> addIf(stat.isSymbolicLink(), entry.name(), links));
                }
              }
            })
        .onFailure(group::fail);
    return group.result(links);
  }

  // end::readdirx[]

  private static void addIf(boolean added, String name, List<String> names) {
    if (added) {
      names.add(name);
    }
  }

  @EverySetup
  void readdirx_tellsTypes(Setup setup) throws IOException {
    Files.createDirectory(dir.resolve("d"));
    Files.writeString(dir.resolve("f"), "");
    Files.createSymbolicLink(dir.resolve("l1"), Path.of("d"));
    Files.createSymbolicLink(dir.resolve("l2"), Path.of("nowhere"));
    List<String> expected =
        Commands.lines("find", dir.toString(), "-mindepth", "1", "-type", "l", "-printf", "%f\\n");
    assertEquals(
        expected.stream().sorted().toList(),
        setup.await(() -> links(setup.aio(), dir.toString())).stream().sorted().toList());
    DirectoryListing listing =
        setup.await(() -> setup.aio().readdirx(dir.toString(), Linux.READDIR_DIRS_FIRST));
    assertEquals("d", listing.names().get(0));
    assertEquals(List.of(), listing.entries());
  }

  @EverySetup
  void scandir_hasLinksAmongTheOthers(Setup setup) throws IOException {
    Files.createDirectory(dir.resolve("d"));
    Files.writeString(dir.resolve("f"), "");
    Files.createSymbolicLink(dir.resolve("l"), Path.of("d"));
    ScanResult scan = setup.await(() -> setup.aio().scandir(dir.toString(), 0));
    assertEquals(List.of("d"), scan.dirs());
    assertEquals(List.of("f", "l"), scan.nondirs().stream().sorted().toList());
  }

  // tag::bytes[]
  /** A name that is not UTF-8 is taken for Latin-1 and renamed; others stay. */
  static Future<Void> toUtf8(Aio there, String name) {
    if (StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
      return Future.succeededFuture();
    }
    try {
      String text = new String(PathBytes.encode(name), StandardCharsets.ISO_8859_1);
      return there.rename(name, text, Linux.RENAME_NOREPLACE);
    } catch (CharacterCodingException e) {
      return Future.failedFuture(e); // no name that came from the kernel
    }
  }

  // end::bytes[]

  /** Whether every file is found again by the string of its path. */
  private boolean keptByStringsOfNio() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.allMatch(
          path -> Files.exists(path) && Files.exists(Path.of(dir + "/" + path.getFileName())));
    }
  }

  @EverySetup
  void names_areRenamedToUtf8(Setup setup) throws IOException {
    // The shell makes the names, so that they do not pass through us.
    String make = "cd \"$1\" && : > \"$(printf 'gr\\374n')\" && : > \"$(printf 'gr\\303\\274n')2\"";
    Commands.bytes("sh", "-c", make, "sh", dir.toString());
    Aio there = setup.aio().at(setup.wd(dir));
    assertEquals(2, setup.await(() -> there.readdir(".")).size());
    assertFalse(keptByStringsOfNio());
    setup.await(
        () ->
            there
                .readdir(".")
                .compose(
                    names -> Future.all(names.stream().map(name -> toUtf8(there, name)).toList())));
    List<String> found =
        Commands.nulSeparated("find", dir.toString(), "-type", "f", "-printf", "%f\\0").stream()
            .map(HexFormat.of()::formatHex)
            .sorted()
            .toList();
    assertEquals(List.of("6772c3bc6e", "6772c3bc6e32"), found);
    assertTrue(Setup.await(there.readdir(".")).containsAll(List.of("grün", "grün2")));
  }
}
