package io.github.vertxaio.codegen;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Rewrites the Java sources from the fact files. */
@Command(
    name = "emit",
    description = "Rewrites src/main/generated from the fact files; needs no C compiler.",
    mixinStandardHelpOptions = true)
final class EmitCommand implements Runnable {
  @Mixin private ProjectOption root;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Project project = root.project();
    int changed = GeneratedSources.write(project.generated(), Emitter.emit(project.inputs()));
    spec.commandLine().getOut().println(changed + " files changed in src/main/generated");
  }
}
