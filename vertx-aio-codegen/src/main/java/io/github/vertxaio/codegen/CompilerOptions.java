package io.github.vertxaio.codegen;

import picocli.CommandLine.Option;

/** Which C compiler serves which ABI. */
final class CompilerOptions {
  @Option(
      names = "--cc-x86_64",
      paramLabel = "COMMAND",
      description = "C compiler for x86_64; cc on such a machine, else x86_64-linux-gnu-gcc")
  private String x86;

  @Option(
      names = "--cc-aarch64",
      paramLabel = "COMMAND",
      description = "C compiler for aarch64; cc on such a machine, else aarch64-linux-gnu-gcc")
  private String arm;

  String command(Target target) {
    String named = target == Target.X86_64 ? x86 : arm;
    return named == null ? target.defaultCompiler() : named;
  }
}
