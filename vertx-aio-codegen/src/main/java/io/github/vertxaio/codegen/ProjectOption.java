package io.github.vertxaio.codegen;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that every command has. */
final class ProjectOption {
  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "the repository; otherwise the one around the current folder")
  private Path root;

  Project project() {
    return root == null ? Project.around(Path.of("")) : Project.around(root);
  }
}
