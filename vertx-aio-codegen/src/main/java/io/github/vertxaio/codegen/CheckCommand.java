package io.github.vertxaio.codegen;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares what is committed with what the emitter writes and the headers say. */
@Command(
    name = "check",
    description =
        "Fails if the sources are not what emit writes, or the facts not what headers say.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Runnable {
  @Mixin private ProjectOption root;
  @Mixin private CompilerOptions compilers;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Project project = root.project();
    Inputs inputs = project.inputs();
    List<String> differences =
        GeneratedSources.differences(project.generated(), Emitter.emit(inputs));
    if (!differences.isEmpty()) {
      throw new CodegenException(
          "src/main/generated: " + String.join("; ", differences) + "; run " + Emitter.COMMAND);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("src/main/generated: as emitted");
    for (Target target : Target.values()) {
      String command = compilers.command(target);
      if (!CCompiler.isPresent(command)) {
        out.println(
            target.machine() + ": not compared, cannot run " + command + "; " + target.remedy());
        continue;
      }
      FactsComparison comparison =
          FactsComparison.of(
              inputs.facts().get(target), Prober.probe(inputs.list(), target, command));
      if (!comparison.agrees()) {
        throw new CodegenException(target.machine() + ": " + comparison.report());
      }
      out.println(target.machine() + ": the facts agree with the headers; " + comparison.report());
    }
  }
}
