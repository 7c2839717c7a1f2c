package io.github.vertxaio.examples.treescan;

import io.github.vertxaio.Engine;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;

/**
 * What the command line asks for; {@link Syntax} says what each part means.
 *
 * @param quiet whether no names are printed
 * @param print0 whether names end with a null character
 * @param stat whether the attributes of every entry are read
 * @param dirs whether directories are printed
 * @param files whether files are printed
 * @param progress whether progress and a summary are shown
 * @param sync whether every entry is brought to the disk
 * @param grep selects the paths that are printed, or {@code null} for all
 * @param engine where requests run
 * @param transport what the event loop is made of
 * @param parallel how many worker threads there may be
 * @param paths where to begin
 */
record Options(
    boolean quiet,
    boolean print0,
    boolean stat,
    boolean dirs,
    boolean files,
    boolean progress,
    boolean sync,
    Pattern grep,
    Engine engine,
    LoopTransport transport,
    int parallel,
    List<String> paths) {

  /** What an event loop can be made of. */
  enum LoopTransport {
    /** The JDK's own, which starts fastest. */
    NIO,
    /** Netty's epoll. */
    EPOLL,
    /** Netty's io_uring. */
    IO_URING
  }

  /** Takes the options out of a command line that was understood. */
  static Options of(ParseResult parsed) {
    boolean quiet = parsed.hasMatchedOption("quiet");
    return new Options(
        quiet,
        parsed.hasMatchedOption("print0"),
        parsed.hasMatchedOption("stat"),
        !quiet && !parsed.hasMatchedOption("files"),
        !quiet && !parsed.hasMatchedOption("dirs"),
        parsed.hasMatchedOption("progress"),
        parsed.hasMatchedOption("sync"),
        parsed.matchedOptionValue("grep", null),
        parsed.matchedOptionValue("engine", Engine.AUTO),
        parsed.matchedOptionValue("transport", LoopTransport.NIO),
        parsed.matchedOptionValue("parallel", Syntax.DEFAULT_PARALLEL),
        parsed.matchedPositionalValue(0, List.of(".")));
  }
}
