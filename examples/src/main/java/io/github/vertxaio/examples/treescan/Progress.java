package io.github.vertxaio.examples.treescan;

import java.text.DecimalFormat;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** What is shown of a scan while it runs. */
interface Progress extends AutoCloseable {
  /** How often it is drawn. */
  int INTERVAL_MILLIS = 200;

  /** How wide it may be: no terminal is narrower, usually. */
  int COLUMNS = 79;

  /** Brings it up to date. */
  void show();

  @Override
  void close();

  /** Progress as the options ask for it; none where it would only be in the way. */
  static Progress of(Options options, Tally tally, ErrorStream err) {
    return options.progress() && hasPlace(options) ? new Bar(tally, err) : new None();
  }

  private static boolean hasPlace(Options options) {
    boolean prints = options.dirs() || options.files();
    String terminal = System.getenv("TERM");
    return StandardStreams.isTerminal(StandardStreams.ERR)
        && !(prints && StandardStreams.isTerminal(StandardStreams.OUT))
        && terminal != null
        && !terminal.equals("dumb");
  }

  /** Shows nothing. */
  final class None implements Progress {
    @Override
    public void show() {}

    @Override
    public void close() {}
  }

  /** A bar in the status line. It is removed at the end, also by the end of the process. */
  final class Bar implements Progress {
    private final Tally tally;
    private final ErrorStream err;
    private final ProgressBar bar;

    Bar(Tally tally, ErrorStream err) {
      this.tally = tally;
      this.err = err;
      bar =
          new ProgressBarBuilder()
              .setTaskName("treescan")
              .setInitialMax(-1)
              .setUnit(" entries", 1)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(INTERVAL_MILLIS)
              .showSpeed(new DecimalFormat("0"))
              .hideEta()
              .setConsumer(new StatusLine(err))
              .build();
      Runtime.getRuntime().addShutdownHook(new Thread(err::endStatus));
    }

    @Override
    public void show() {
      bar.stepTo(tally.entries());
    }

    @Override
    public void close() {
      err.endStatus();
      bar.close();
    }
  }

  /**
   * Where the bar draws itself.
   *
   * @param err has the line
   */
  record StatusLine(ErrorStream err) implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return COLUMNS;
    }

    @Override
    public void accept(String drawn) {
      err.status(drawn);
    }

    @Override
    public void close() {
      err.endStatus();
    }
  }
}
