package io.github.vertxaio.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder of emitted sources: what it holds is what the emitter writes, and nothing else. */
final class GeneratedSources {
  private GeneratedSources() {}

  /** Returns every file below a folder, from its path with slashes to its text. */
  static Map<String, String> read(Path folder) {
    Map<String, String> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        files.put(name, Files.readString(file));
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw new CodegenException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Makes the folder hold exactly these files, and returns how many it wrote or removed. */
  static int write(Path folder, Map<String, String> wanted) {
    Map<String, String> present = read(folder);
    int changed = 0;
    try {
      for (Map.Entry<String, String> file : wanted.entrySet()) {
        if (!file.getValue().equals(present.get(file.getKey()))) {
          Path path = folder.resolve(file.getKey());
          Files.createDirectories(path.getParent());
          Files.writeString(path, file.getValue());
          changed++;
        }
      }
      for (String name : present.keySet()) {
        if (!wanted.containsKey(name)) {
          Files.delete(folder.resolve(name));
          changed++;
        }
      }
      return changed;
    } catch (IOException e) {
      throw new CodegenException("cannot write " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Returns what is wrong with the folder, one line per file; nothing if it is as it should be. */
  static List<String> differences(Path folder, Map<String, String> wanted) {
    Map<String, String> present = read(folder);
    List<String> differences = new ArrayList<>();
    wanted.forEach(
        (name, text) -> {
          if (!present.containsKey(name)) {
            differences.add(name + " is missing");
          } else if (!present.get(name).equals(text)) {
            differences.add(name + " is not what the emitter writes");
          }
        });
    for (String name : present.keySet()) {
      if (!wanted.containsKey(name)) {
        differences.add(name + " is not written by the emitter");
      }
    }
    return differences;
  }
}
