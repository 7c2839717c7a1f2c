package io.github.vertxaio.codegen;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code probe}, {@code emit} and {@code check}. */
@Command(
    name = "vertx-aio-codegen",
    description = "Turns what the C headers of each ABI say into Java sources.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ProbeCommand.class, EmitCommand.class, CheckCommand.class})
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the JVM with its exit code if it failed.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    int exitCode = commandLine().execute(args);
    // Only then: within Maven this JVM is Maven's, which has its own end to come to.
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, commandLine, parsed) -> {
              if (!(failure instanceof CodegenException)) {
                throw failure;
              }
              commandLine
                  .getErr()
                  .println(commandLine.getCommandName() + ": " + failure.getMessage());
              return CommandLine.ExitCode.SOFTWARE;
            });
  }
}
