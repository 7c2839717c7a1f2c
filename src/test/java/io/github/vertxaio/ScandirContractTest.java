package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** scandir where the file system tells the types of its entries, compared with {@code find}. */
class ScandirContractTest {
  @TempDir Path dir;

  /** The names that find selects. */
  static Set<String> found(String directory, String... tests) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("find", directory, "-mindepth", "1", "-maxdepth", "1"));
    command.addAll(List.of(tests));
    command.addAll(List.of("-printf", "%f\n"));
    return new HashSet<>(Commands.lines(command.toArray(new String[0])));
  }

  static void assertAsFind(String directory, ScanResult scan) {
    assertEquals(found(directory, "-type", "d"), new HashSet<>(scan.dirs()), directory);
    assertEquals(found(directory, "!", "-type", "d"), new HashSet<>(scan.nondirs()), directory);
    Set<String> all = new HashSet<>(scan.dirs());
    all.addAll(scan.nondirs());
    assertEquals(all.size(), scan.dirs().size() + scan.nondirs().size(), "nothing twice");
  }

  @EverySetup
  void directoriesAndTheRest_asFindSeesThem(Setup setup) throws IOException {
    Files.createDirectory(dir.resolve("sub"));
    Files.createDirectory(dir.resolve(".hidden"));
    Files.createDirectory(dir.resolve("name.with.dots"));
    Files.createFile(dir.resolve("file"));
    Files.createSymbolicLink(dir.resolve("link-to-sub"), Path.of("sub"));
    Files.createSymbolicLink(dir.resolve("dangling"), Path.of("nowhere"));
    Commands.bytes("mkfifo", dir.resolve("pipe").toString());
    for (int requests : new int[] {Integer.MIN_VALUE, -1, 0, 1, 2, 1000, Integer.MAX_VALUE}) {
      ScanResult scan = setup.await(() -> setup.aio().scandir(dir.toString(), requests));
      assertEquals(Set.of("sub", ".hidden", "name.with.dots"), new HashSet<>(scan.dirs()));
      assertAsFind(dir.toString(), scan);
    }
  }

  @EverySetup
  void emptyDirectory_givesTwoEmptyLists(Setup setup) {
    ScanResult scan = setup.await(() -> setup.aio().scandir(dir.toString(), 0));
    assertEquals(new ScanResult(List.of(), List.of()), scan);
  }

  @EverySetup
  void systemDirectories_asFindSeesThem(Setup setup) {
    for (String path : List.of("/", "/usr", "/usr/lib", "/etc", "/dev", "/sys", "/proc/sys")) {
      assertAsFind(path, setup.await(() -> setup.aio().scandir(path, 0)));
    }
  }

  @EverySetup
  void manyAtOnce_areIndependent(Setup setup) throws IOException {
    List<Future<ScanResult>> scans = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Files.createDirectories(dir.resolve("d" + i + "/inside" + i));
    }
    for (int i = 0; i < 50; i++) {
      String path = dir + "/d" + i;
      scans.add(setup.onContext(() -> setup.aio().scandir(path, 0)));
    }
    for (int i = 0; i < 50; i++) {
      assertEquals(new ScanResult(List.of("inside" + i), List.of()), Setup.await(scans.get(i)));
    }
  }

  @EverySetup
  void noDirectory_failsENOTDIR(Setup setup) throws IOException {
    Path file = Files.createFile(dir.resolve("file"));
    AioException failure =
        setup.fails(Errno.ENOTDIR, () -> setup.aio().scandir(file.toString(), 0));
    assertEquals("scandir(\"" + file + "\"): Not a directory (ENOTDIR)", failure.getMessage());
  }

  @EverySetup
  void plainThread_getsEachResult(Setup setup) throws Exception {
    Files.createDirectory(dir.resolve("sub"));
    for (int i = 0; i < 300; i++) {
      ScanResult found = Setup.await(setup.aio().scandir(dir.toString(), 0));
      assertEquals(List.of("sub"), found.dirs());
    }
  }
}
