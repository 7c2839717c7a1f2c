package io.github.vertxaio.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Temporary directories that no device makes slow, where the system has a place for them. */
public final class InMemory implements TempDirFactory {
  private static final Path PLACE = Path.of("/dev/shm");

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
      throws IOException {
    return Files.isWritable(PLACE)
        ? Files.createTempDirectory(PLACE, "junit")
        : Files.createTempDirectory("junit");
  }
}
