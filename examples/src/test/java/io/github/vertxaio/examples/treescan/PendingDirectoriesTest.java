package io.github.vertxaio.examples.treescan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Directories come back deepest first, in the order of their names. */
class PendingDirectoriesTest {
  @Test
  void deepestFirst() {
    PendingDirectories pending = new PendingDirectories();
    pending.add("a/", List.of("b", "c"));
    assertEquals("a/b/", pending.poll());
    pending.add("a/b/", List.of("d"));
    pending.add("a/b/x/", List.of());
    assertEquals("a/b/d/", pending.poll());
    assertEquals("a/c/", pending.poll());
    assertTrue(pending.isEmpty());
    assertNull(pending.poll());
  }
}
