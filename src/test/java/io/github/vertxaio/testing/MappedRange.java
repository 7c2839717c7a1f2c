package io.github.vertxaio.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A range of this process's memory as {@code /proc/self/smaps} shows it.
 *
 * @param length how many bytes
 * @param rights as in {@code rw-s}
 * @param offset where in the file
 * @param path the file, or what the kernel calls it
 * @param fields what is said about it, like {@code Rss}
 */
public record MappedRange(
    long length, String rights, long offset, String path, Map<String, String> fields) {
  private static final Path SMAPS = Path.of("/proc/self/smaps");

  /** What is mapped of a file, in the order of addresses. */
  public static List<MappedRange> of(Path file) {
    return all().stream().filter(range -> range.path.equals(file.toString())).toList();
  }

  /** Everything. */
  public static List<MappedRange> all() {
    List<MappedRange> ranges = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(SMAPS)) {
        String[] words = line.split("\\s+", 6);
        if (words[0].matches("[0-9a-f]+-[0-9a-f]+")) {
          String[] ends = words[0].split("-");
          long length = Long.parseUnsignedLong(ends[1], 16) - Long.parseUnsignedLong(ends[0], 16);
          long offset = Long.parseLong(words[2], 16);
          String path = words.length > 5 ? words[5] : "";
          ranges.add(new MappedRange(length, words[1], offset, path, new HashMap<>()));
        } else {
          String[] parts = line.split(":", 2);
          ranges.get(ranges.size() - 1).fields.put(parts[0], parts[1].trim());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ranges;
  }

  /** A size among the fields, in bytes. */
  public long bytes(String field) {
    return 1024 * Long.parseLong(fields.get(field).replace(" kB", ""));
  }

  /** Whether the kernel keeps a flag for it, like {@code lo} for locked. */
  public boolean hasFlag(String flag) {
    return List.of(fields.get("VmFlags").split(" ")).contains(flag);
  }
}
