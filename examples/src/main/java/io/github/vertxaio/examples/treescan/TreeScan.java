package io.github.vertxaio.examples.treescan;

import io.vertx.core.Vertx;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Lists directory trees; {@code --help} tells how. */
public final class TreeScan {
  private TreeScan() {}

  /**
   * Runs as a process of its own.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    NativeStart.begin();
    ErrorStream err = new ErrorStream(new FileOutputStream(FileDescriptor.err));
    System.exit(run(RawArguments.of(args), new FileOutputStream(FileDescriptor.out), err));
  }

  /** Runs, on a thread that may wait, and tells the exit status. */
  static int run(String[] args, OutputStream out, ErrorStream err) {
    CommandLine parser = Syntax.parser();
    ParseResult parsed;
    try {
      parsed = parser.parseArgs(args);
    } catch (ParameterException e) {
      return wrongUsage(e.getMessage(), err);
    }
    if (parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()) {
      return print(parser, parsed.isVersionHelpRequested(), out);
    }
    Options options = Options.of(parsed);
    Vertx vertx;
    try {
      vertx = Loop.start(options.transport());
    } catch (IllegalStateException e) {
      return wrongUsage(e.getMessage(), err);
    }
    int status = new Scan(options, out, err).run(vertx);
    // A loop left running waits in the kernel, and the JVM gives such threads 300 ms when it ends.
    vertx.close().await();
    return status;
  }

  private static int print(CommandLine parser, boolean version, OutputStream out) {
    PrintStream text = new PrintStream(out, true, StandardCharsets.UTF_8);
    if (version) {
      parser.printVersionHelp(text);
    } else {
      parser.usage(text);
    }
    return text.checkError() ? Scan.FAILURES : CommandLine.ExitCode.OK;
  }

  private static int wrongUsage(String message, ErrorStream err) {
    err.line("treescan: " + message.lines().findFirst().orElse(""));
    err.line("Try 'treescan --help'.");
    return CommandLine.ExitCode.USAGE;
  }
}
