package io.github.vertxaio.testing;

import java.nio.file.Path;

/** What a child process does; see {@link ChildJvm}. Has a constructor without parameters. */
@FunctionalInterface
public interface Scenario {
  /**
   * Runs with one setup, which is not started.
   *
   * @param directory an empty directory that the process may write to
   */
  void run(Setup setup, Path directory) throws Exception;
}
