package io.github.vertxaio.codegen;

import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Rewrites the fact files from the headers of this machine's compilers. */
@Command(
    name = "probe",
    description = "Asks the C compiler of each ABI and rewrites the fact files.",
    mixinStandardHelpOptions = true)
final class ProbeCommand implements Runnable {
  @Mixin private ProjectOption root;
  @Mixin private CompilerOptions compilers;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Project project = root.project();
    NameList list = project.list();
    // All are probed before any is written: facts of different ages do not go together.
    Map<Target, Facts> facts = new TreeMap<>();
    for (Target target : Target.values()) {
      facts.put(target, Prober.probe(list, target, compilers.command(target)));
    }
    for (Target target : Target.values()) {
      if (target.isHost()) {
        FactsFile.writeStrings(
            project.messages(), Prober.errnoMessages(list, target, compilers.command(target)));
      }
    }
    facts.forEach(
        (target, found) -> {
          FactsFile.write(project.facts(target), found);
          spec.commandLine()
              .getOut()
              .println(
                  target.machine()
                      + ": "
                      + found.flat().size()
                      + " facts from "
                      + found.headers()
                      + "; these headers lack "
                      + String.join(", ", found.missing(list)));
        });
  }
}
