package io.github.vertxaio.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check for leaks sees leaks. */
class OpenDescriptorsTest {
  @TempDir Path dir;

  @Test
  void descriptorLeftOpen_isSeen() throws IOException {
    Path file = Files.writeString(dir.resolve("left-open"), "");
    OpenDescriptors before = OpenDescriptors.now();
    try (InputStream open = Files.newInputStream(file)) {
      assertEquals(-1, open.read());
      AssertionError seen = assertThrows(AssertionError.class, before::assertNoneAdded);
      assertTrue(seen.getMessage().contains("left-open"), seen.getMessage());
      int number = OpenDescriptors.now().numberOf(file.toRealPath());
      assertEquals(Set.of(number), OpenDescriptors.now().below(dir.toRealPath()).keySet());
    }
    before.assertNoneAdded();
    assertEquals(-1, OpenDescriptors.now().numberOf(file.toRealPath()));
  }
}
