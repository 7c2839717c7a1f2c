package io.github.vertxaio.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void checkPassesWithoutCompilersAndSaysWhatItDidNotDo() {
    int code = run("check", "--cc-x86_64=no-such-cc", "--cc-aarch64=no-such-cc");
    assertEquals(0, code, err.toString());
    assertTrue(out.toString().contains("x86_64: not compared, cannot run no-such-cc"));
    assertTrue(out.toString().contains("apt-get install"));
  }

  @Test
  void probeWithoutCompilerSaysWhatToInstall() {
    assertEquals(1, run("probe", "--cc-x86_64=no-such-cc"));
    assertTrue(
        err.toString().startsWith("probe: no C compiler for x86_64: cannot run no-such-cc; on"),
        err.toString());
    assertTrue(err.toString().contains("apt-get install"), err.toString());
  }

  @Test
  void aFolderOutsideTheRepositoryIsRefused(@TempDir Path folder) {
    assertEquals(1, run("emit", "--root", folder.toString()));
    assertTrue(err.toString().contains("is not inside the repository"), err.toString());
  }

  @Test
  void unknownCommandsShowTheUsage() {
    assertEquals(2, run("guess"));
    assertTrue(err.toString().contains("Usage: vertx-aio-codegen"), err.toString());
  }

  private int run(String... args) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return commandLine.execute(args);
  }
}
