package io.github.vertxaio.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The open descriptors of this process and what they refer to, at one moment. */
public final class OpenDescriptors {
  private static final Path SELF = Path.of("/proc/self/fd");

  /** What the JVM, Netty and Vert.x open when they first need it and then keep. */
  private static final Pattern KEPT =
      Pattern.compile(
          ".*\\.(jar|so|jsa|class|zip)(\\.\\d+)?( \\(deleted\\))?|.*/lib/modules|anon_inode:.*"
              + "|/dev/u?random|/proc/self/fd|/proc/\\d+/fd|/sys/.*|(pipe|socket):.*");

  private static final long PATIENCE_NANOS = 3_000_000_000L;

  private final Map<Integer, String> targets;

  private OpenDescriptors(Map<Integer, String> targets) {
    this.targets = targets;
  }

  /** Those that are open now. */
  public static OpenDescriptors now() {
    Map<Integer, String> targets = new TreeMap<>();
    try (DirectoryStream<Path> links = Files.newDirectoryStream(SELF)) {
      for (Path link : links) {
        String target = target(link);
        if (target != null) {
          targets.put(Integer.parseInt(link.getFileName().toString()), target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new OpenDescriptors(targets);
  }

  private static String target(Path link) throws IOException {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Number and target of each. */
  public Map<Integer, String> targets() {
    return targets;
  }

  /** The number of a descriptor whose target is this file, or −1. */
  public int numberOf(Path file) {
    return targets.entrySet().stream()
        .filter(entry -> entry.getValue().equals(file.toString()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(-1);
  }

  /** Those below a directory, the directory itself among them. */
  public Map<Integer, String> below(Path directory) {
    return targets.entrySet().stream()
        .filter(entry -> entry.getValue().startsWith(directory.toString()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Those that these lack, without what the platform opens for itself. */
  private Map<Integer, String> addedSince() {
    Map<Integer, String> added = new TreeMap<>(now().targets);
    added.entrySet().removeIf(entry -> entry.getValue().equals(targets.get(entry.getKey())));
    added.values().removeIf(target -> KEPT.matcher(target).matches());
    return added;
  }

  /** Fails when there are more now, after a while in which late closes may happen. */
  public void assertNoneAdded() {
    long end = System.nanoTime() + PATIENCE_NANOS;
    Map<Integer, String> added = addedSince();
    while (!added.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("descriptors were left open: " + added);
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      added = addedSince();
    }
  }
}
