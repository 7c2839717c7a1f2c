package io.github.vertxaio.testing;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM for what would hurt this one: other users, limits, and faults. */
public final class ChildJvm {
  private ChildJvm() {}

  /**
   * Runs a scenario with every setup in a new JVM; fails when it fails with any of them.
   *
   * @param prefix the program that starts the JVM, with its arguments; may be empty
   * @param directory where the scenario gets its directories
   */
  public static void runAll(
      List<String> prefix, Class<? extends Scenario> scenario, Path directory) {
    run(prefix, scenario, directory, Setup.all().toList());
  }

  /** As {@link #runAll}, with some setups. */
  public static void run(
      List<String> prefix, Class<? extends Scenario> scenario, Path directory, List<Setup> setups) {
    run(prefix, List.of("-XX:TieredStopAtLevel=1"), scenario, directory, setups);
  }

  /** As {@link #runAll}, with some setups, and with options for the JVM. */
  public static void run(
      List<String> prefix,
      List<String> options,
      Class<? extends Scenario> scenario,
      Path directory,
      List<Setup> setups) {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-Xmx256m"));
    command.addAll(options);
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ChildMain.class.getName(), scenario.getName(), directory.toString()));
    setups.forEach(setup -> command.add(setup.toString()));
    Commands.Outcome outcome = Commands.outcome(command);
    if (outcome.status() != 0) {
      throw new AssertionError(
          scenario.getSimpleName() + ": status " + outcome.status() + "\n" + outcome.text());
    }
  }

  /**
   * Runs a scenario with every setup as a user who is not the superuser: nobody, when the superuser
   * runs the tests.
   */
  public static void runUnprivileged(Class<? extends Scenario> scenario, Path directory)
      throws IOException {
    if (!Commands.isRoot()) {
      runAll(List.of(), scenario, directory);
      return;
    }
    Commands.assume("setpriv");
    Path readable = Files.createTempDirectory("vertx-aio-classes");
    try {
      String original = System.getProperty("java.class.path");
      Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rwxr-xr-x"));
      System.setProperty("java.class.path", copyOf(original, readable));
      try {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        List<String> nobody =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        runAll(nobody, scenario, directory);
      } finally {
        System.setProperty("java.class.path", original);
      }
    } finally {
      Commands.bytes("rm", "-rf", readable.toString());
    }
  }

  /** The class path where everybody can read it: repositories are often inside a home. */
  private static String copyOf(String classPath, Path to) {
    List<String> copies = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      if (!Files.exists(Path.of(entry))) {
        continue;
      }
      Path copy = to.resolve(copies.size() + "-" + Path.of(entry).getFileName());
      Commands.bytes("cp", "-r", entry, copy.toString());
      copies.add(copy.toString());
    }
    Commands.bytes("chmod", "-R", "a+rX", to.toString());
    return Stream.of(copies).flatMap(List::stream).collect(Collectors.joining(File.pathSeparator));
  }
}
