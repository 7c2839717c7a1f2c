package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** Names are bytes: whatever they are, they come and go without loss. */
class NamesContractTest {
  @TempDir Path dir;

  private static List<byte[]> oddNames() {
    List<byte[]> names = new ArrayList<>();
    names.add("new\nline".getBytes());
    names.add(" ".getBytes());
    names.add("\\x41 \"quoted\" 'too'\t\u0001\u007f".getBytes());
    names.add("-rf".getBytes());
    names.add("...".getBytes());
    names.add("grün €uro 𝄞".getBytes(StandardCharsets.UTF_8));
    names.add("\uFFFD".getBytes(StandardCharsets.UTF_8));
    names.add(new byte[] {(byte) 0xFF});
    names.add(new byte[] {(byte) 0x80, 'a', (byte) 0xC3});
    names.add(new byte[] {(byte) 0xED, (byte) 0xB2, (byte) 0x80});
    names.add(new byte[] {(byte) 0xF0, (byte) 0x9F, (byte) 0x98});
    names.add(new byte[] {(byte) 0xC0, (byte) 0xAF});
    names.add("x".repeat(255).getBytes());
    byte[] longest = new byte[255];
    java.util.Arrays.fill(longest, (byte) 0xE9);
    names.add(longest);
    return names;
  }

  private static Set<String> hex(List<byte[]> names) {
    return names.stream()
        .map(HexFormat.of()::formatHex)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> hexOfStrings(List<String> names) throws IOException {
    List<byte[]> bytes = new ArrayList<>();
    for (String name : names) {
      bytes.add(PathBytes.encode(name));
    }
    return hex(bytes);
  }

  private Set<String> hexByFind() {
    String[] find = {
      "find", dir.toString(), "-mindepth", "1", "-maxdepth", "1", "-printf", "%f\\0"
    };
    return hex(Commands.nulSeparated(find));
  }

  @EverySetup
  void namesThatWeMake_areThoseThatFindSees(Setup setup) throws IOException {
    Aio there = setup.aio().at(setup.wd(dir));
    for (byte[] name : oddNames()) {
      setup.await(() -> there.mkdir(PathBytes.decode(name), 0700));
    }
    assertEquals(hex(oddNames()), hexByFind());
  }

  @EverySetup
  void namesOnDisk_areListedAndReached(Setup setup) throws IOException {
    Aio there = setup.aio().at(setup.wd(dir));
    for (byte[] name : oddNames()) {
      Path script = dir.resolveSibling(dir.getFileName() + "-name");
      Files.write(script, name);
      // The shell makes the file, so that the name does not pass through us.
      String command = "n=$(cat \"$1\"; echo x); mkdir -- \"$2/${n%x}\"";
      Commands.bytes("sh", "-c", command, "sh", script.toString(), dir.toString());
      Files.delete(script);
    }
    assertEquals(hex(oddNames()), hexByFind());
    List<String> listed = setup.await(() -> there.readdir("."));
    assertEquals(hexByFind(), hexOfStrings(listed));
    ScanResult scan = setup.await(() -> there.scandir(".", 0));
    assertEquals(hexByFind(), hexOfStrings(scan.dirs()));
    assertEquals(List.of(), scan.nondirs());
    for (String name : listed) {
      assertEquals(Linux.S_IFDIR, setup.await(() -> there.stat(name)).type());
      setup.await(() -> there.rmdir(name));
    }
    assertEquals(Set.of(), hexByFind());
  }

  @EverySetup
  void files_areOpenedRenamedAndRemoved(Setup setup) throws IOException {
    Aio there = setup.aio().at(setup.wd(dir));
    for (byte[] bytes : oddNames()) {
      String name = PathBytes.decode(bytes);
      AioFile file = setup.await(() -> there.open(name, Linux.O_CREAT | Linux.O_RDWR, 0600));
      assertEquals(name, file.path());
      setup.await(() -> file.writeFully(0, Buffer.buffer("12345")));
      setup.await(file::close);
      setup.await(() -> there.rename(name, "plain"));
      setup.fails(Errno.ENOENT, () -> there.stat(name));
      setup.await(() -> there.rename("plain", name));
      assertEquals(5, setup.await(() -> there.lstat(name)).size());
      setup.await(() -> there.unlink(name));
    }
    assertEquals(Set.of(), hexByFind());
  }

  @EverySetup
  void wd_withAnOddName_hasItsPath(Setup setup) throws IOException {
    Aio there = setup.aio().at(setup.wd(dir));
    for (byte[] bytes : oddNames()) {
      String name = PathBytes.decode(bytes);
      setup.await(() -> there.mkdir(name, 0700));
      WorkingDirectory wd = setup.await(() -> there.wd(name));
      assertEquals(dir.toRealPath() + "/" + name, wd.path());
      setup.await(() -> setup.aio().at(wd).rmdir("."));
      setup.await(wd::close);
    }
    assertEquals(Set.of(), hexByFind());
  }
}
