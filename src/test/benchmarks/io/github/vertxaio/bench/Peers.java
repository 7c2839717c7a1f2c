package io.github.vertxaio.bench;

import io.github.vertxaio.bench.peer.JvmPeer;
import io.github.vertxaio.bench.peer.QueuedPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Starts the programs of the contestants. */
final class Peers {
  private final Settings settings;

  Peers(Settings settings) {
    this.settings = settings;
  }

  /** A JVM with one of the peers of {@link JvmPeer}. */
  Contestant.Factory jvm(String work, String... arguments) {
    List<String> all = new ArrayList<>(List.of(settings.data().toString()));
    all.addAll(List.of(arguments));
    return () -> java(JvmPeer.class, all, work, work + "-" + String.join("-", arguments));
  }

  /** A JVM whose queue fills up. */
  Contestant.Factory queued(String what) {
    return () -> java(QueuedPeer.class, List.of(), what, "queued-" + what);
  }

  private Contestant java(Class<?> program, List<String> arguments, String work, String log)
      throws IOException, Contestant.MissingException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-Xlog:disable"));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    return new LinePeer(command, work, log(log));
  }

  /** This library. */
  Contestant.Factory ours(String work, String transport, String engine, int threads) {
    return jvm(work, "vertx-aio", transport, engine, Integer.toString(threads));
  }

  /** The loop in C, which is compiled where that has not been done. */
  Contestant.Factory c(String work) {
    return () -> {
      Programs.require("cc", "gcc");
      Path source = settings.sources().resolve("c/loop.c");
      Path program = settings.work().resolve("loop");
      Programs.output(List.of("cc", "-O2", "-o", program.toString(), source.toString()));
      return new LinePeer(
          List.of(program.toString(), settings.data().toString()), work, log(work + "-c"));
    };
  }

  /** IO::AIO in Perl. */
  Contestant.Factory ioAio(String work, int threads) {
    return () -> {
      Programs.require("perl", "perl");
      if (Programs.version("perl", "-MIO::AIO", "-e", "print 1").equals("not there")) {
        throw new Contestant.MissingException("no IO::AIO (Debian: libio-aio-perl)");
      }
      String script = settings.sources().resolve("perl/io-aio.pl").toString();
      String data = settings.data().toString();
      List<String> command = List.of("perl", script, data, Integer.toString(threads));
      return new LinePeer(command, work, log(work + "-io-aio-" + threads));
    };
  }

  /** Node's fs/promises. */
  Contestant.Factory node(String work) {
    return () -> {
      Programs.require("node", "nodejs");
      String script = settings.sources().resolve("node/fs-promises.mjs").toString();
      List<String> command = List.of("node", script, settings.data().toString());
      return new LinePeer(command, work, log(work + "-node"));
    };
  }

  /** The program fio. */
  Contestant.Factory fio() {
    return () -> new FioPeer(settings.data().resolve("data"));
  }

  /** A program that is run to its end. {@code {tree}} stands for the tree to scan. */
  Contestant.Factory command(String program, String debianPackage, String... arguments) {
    return () -> {
      Programs.require(program, debianPackage);
      List<String> command = new ArrayList<>(List.of(program));
      for (String argument : arguments) {
        command.add(argument.replace("{tree}", settings.tree().toString()));
      }
      return new CommandPeer(command, null);
    };
  }

  /**
   * This library's treescan.
   *
   * @param inProcess whether the time that it reports is taken, not that from start to end
   */
  Contestant.Factory treescan(boolean inProcess) {
    return () -> {
      Path launcher = settings.launcher();
      if (!Files.isExecutable(launcher)) {
        throw new Contestant.MissingException("no " + launcher);
      }
      String program = launcher.toAbsolutePath().toString();
      String tree = settings.tree().toString();
      return inProcess
          ? new CommandPeer(List.of(program, "-q", "-p", tree), Pattern.compile("in ([0-9.]+) s"))
          : new CommandPeer(List.of(program, "-q", tree), null);
    };
  }

  private Path log(String name) throws IOException {
    return Files.createDirectories(settings.work().resolve("log")).resolve(name + ".log");
  }
}
