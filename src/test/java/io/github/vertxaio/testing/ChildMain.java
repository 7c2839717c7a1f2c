package io.github.vertxaio.testing;

import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.opentest4j.TestAbortedException;

/** The main class of a child process: runs a scenario and tells how each setup ended. */
public final class ChildMain {
  /** Kept here because loggers are forgotten when nobody holds them. */
  private static final Logger LOG = Logger.getLogger("io.github.vertxaio");

  private ChildMain() {}

  /** Takes the scenario's class, a directory, and the names of setups. */
  public static void main(String[] args) throws Exception {
    LOG.setLevel(Level.WARNING);
    Constructor<?> constructor = Class.forName(args[0]).getDeclaredConstructor();
    constructor.setAccessible(true);
    Scenario scenario = (Scenario) constructor.newInstance();
    Path directory = Path.of(args[1]);
    List<String> names = List.of(args).subList(2, args.length);
    boolean failed = false;
    for (Setup setup : Setup.all().toList()) {
      if (names.contains(setup.toString())) {
        failed |= !run(scenario, setup, directory);
      }
    }
    Loops.closeShared();
    System.exit(failed ? 1 : 0);
  }

  private static boolean run(Scenario scenario, Setup setup, Path directory) {
    try (setup) {
      setup.loops().assumeAvailable();
      scenario.run(setup, Files.createTempDirectory(directory, "scenario"));
      System.out.println(setup + ": ok");
      return true;
    } catch (TestAbortedException e) {
      System.out.println(setup + ": skipped: " + e.getMessage());
      return true;
    } catch (Throwable e) {
      System.out.println(setup + ": failed");
      e.printStackTrace(System.out);
      return false;
    }
  }
}
