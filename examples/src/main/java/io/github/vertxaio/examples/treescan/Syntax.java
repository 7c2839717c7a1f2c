package io.github.vertxaio.examples.treescan;

import io.github.vertxaio.Engine;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * The syntax of the command line. It is put together by calls, not read from annotations: that
 * takes 50 milliseconds less, a tenth of what the whole program needs for a large tree.
 */
final class Syntax {
  static final int DEFAULT_PARALLEL = 2;

  private Syntax() {}

  /** Makes a parser. Options come ahead of the paths, so a path may begin with a dash. */
  static CommandLine parser() {
    CommandSpec spec = CommandSpec.create().name("treescan");
    addOptions(spec);
    addExperiments(spec);
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .index("0..*")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "Where to begin; a file is printed itself (default: the current directory)")
            .build());
    describe(spec.usageMessage());
    String version = Syntax.class.getPackage().getImplementationVersion();
    spec.version("treescan of vertx-aio" + (version == null ? "" : " " + version));
    return new CommandLine(spec)
        .setStopAtPositional(true)
        .setExpandAtFiles(false)
        .setOverwrittenOptionsAllowed(true)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static void addOptions(CommandSpec spec) {
    spec.addOption(flag("print no names", "-q", "--quiet"));
    spec.addOption(flag("end names with a null character, not a newline", "-0", "--print0"));
    spec.addOption(flag("also read the attributes of every entry (lstat)", "-s", "--stat"));
    spec.addOption(flag("print directories only", "-d", "--dirs"));
    spec.addOption(flag("print files only", "-f", "--files"));
    spec.addOption(
        flag(
            "print a summary to standard error at the end; while names do not go to a terminal,"
                + " also show progress there, if it is one",
            "-p",
            "--progress"));
    spec.addOption(
        flag("also bring every file and directory to the disk (open, fsync, close)", "--sync"));
    spec.addOption(
        OptionSpec.builder("-g", "--grep")
            .paramLabel("RE")
            .type(Pattern.class)
            .converters(Syntax::pattern)
            .description("print only paths in which this Java regular expression is found")
            .build());
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("print this").build());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("print the version")
            .build());
  }

  private static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names).type(boolean.class).description(description).build();
  }

  private static void addExperiments(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("--transport")
            .paramLabel("nio|epoll|io_uring")
            .type(Options.LoopTransport.class)
            .description("what the event loop is made of (default: nio, which starts fastest)")
            .build());
    spec.addOption(
        OptionSpec.builder("--engine")
            .paramLabel("auto|pool|ring")
            .type(Engine.class)
            .description("where requests run (default: auto)")
            .build());
    spec.addOption(
        OptionSpec.builder("--parallel")
            .paramLabel("N")
            .type(Integer.class)
            .converters(Syntax::atLeastOne)
            .description("the number of worker threads (default: " + DEFAULT_PARALLEL + ")")
            .build());
  }

  private static void describe(UsageMessageSpec usage) {
    usage
        .sortOptions(false)
        .customSynopsis("treescan [OPTION]... [PATH]...")
        .description("Lists directories, with a slash behind them, and the files in them.%n")
        .footer(
            "",
            "Exit status:",
            "    0  everything was read",
            "    1  something could not be read; standard error says what",
            "    2  the command line is wrong",
            "   70  treescan itself failed",
            "  130  interrupted",
            "  141  nobody reads the output any more");
  }

  private static Pattern pattern(String expression) {
    try {
      return Pattern.compile(expression, Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private static int atLeastOne(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new TypeConversionException("'" + text + "' is not a number from 1 on");
  }
}
