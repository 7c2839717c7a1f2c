package io.github.vertxaio.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** The files that all peers work on: one of {@value #BYTES} bytes, and many small ones. */
public record TestData(Path directory) {
  /** Bytes of each read. */
  public static final int BLOCK = 4096;

  private static final int BYTES = 64 << 20;
  private static final int BLOCKS = BYTES / BLOCK;
  private static final int FILES = 1024;

  /** Makes the files where they are missing and brings them into the page cache. */
  public void create() throws IOException {
    Path files = Files.createDirectories(directory.resolve("files"));
    for (int i = 0; i < FILES; i++) {
      Files.writeString(files.resolve(name(i)), "x\n");
    }
    if (Files.notExists(data()) || Files.size(data()) != BYTES) {
      byte[] bytes = new byte[BYTES];
      new Random(1).nextBytes(bytes);
      Files.write(data(), bytes);
    }
    if (Files.readAllBytes(data()).length != BYTES) {
      throw new IOException(data() + " changed while it was read");
    }
  }

  /** The file to read from. */
  public Path data() {
    return directory.resolve("data");
  }

  /** The small files. */
  String[] paths() {
    String[] paths = new String[FILES];
    for (int i = 0; i < FILES; i++) {
      paths[i] = directory.resolve("files").resolve(name(i)).toString();
    }
    return paths;
  }

  /** Where a random block of the file begins. */
  static long offset(Slot slot) {
    return (long) slot.random(BLOCKS) * BLOCK;
  }

  private static String name(int i) {
    return String.format("%04d", i);
  }
}
