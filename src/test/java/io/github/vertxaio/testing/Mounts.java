package io.github.vertxaio.testing;

import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** File systems that tests mount for themselves. */
public final class Mounts {
  private Mounts() {}

  /** Mounts a file system in memory; skips the running test where that is not possible. */
  public static void tmpfs(Path directory, String size) {
    Commands.assumeRoot("mount a file system");
    Commands.Outcome outcome =
        Commands.outcome(
            List.of("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", directory.toString()));
    if (outcome.status() != 0) {
      throw new TestAbortedException("tmpfs cannot be mounted here: " + outcome.text());
    }
  }

  /** Unmounts it. */
  public static void unmount(Path directory) {
    Commands.bytes("umount", directory.toString());
  }
}
