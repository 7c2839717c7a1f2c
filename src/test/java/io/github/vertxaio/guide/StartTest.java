package io.github.vertxaio.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.AioException;
import io.github.vertxaio.Errno;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.OpenDescriptors;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.eventbus.EventBus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verticle of the page {@code start}. */
class StartTest {
  @TempDir Path dir;

  @EverySetup
  void appendsWhatItIsSent(Setup setup) throws IOException {
    Path path = Files.writeString(dir.resolve("journal"), "older\n");
    EventBus bus = setup.vertx().eventBus();
    String id = Setup.await(setup.vertx().deployVerticle(new Journal(path.toString())));
    List<String> lines = IntStream.range(0, 50).mapToObj(i -> "line " + i).toList();
    lines.stream()
        .map(line -> bus.request("journal", line))
        .toList()
        .forEach(reply -> assertEquals("kept", Setup.await(reply).body()));
    List<String> kept = Files.readAllLines(path);
    assertEquals("older", kept.remove(0));
    assertEquals(lines.stream().sorted().toList(), kept.stream().sorted().toList());
    Setup.await(setup.vertx().undeploy(id));
    assertEquals(-1, OpenDescriptors.now().numberOf(path.toRealPath()));
  }

  @EverySetup
  void failsToStart_whenThereIsNoDirectory(Setup setup) {
    Journal journal = new Journal(dir.resolve("none/journal").toString());
    AioException failure =
        assertThrows(AioException.class, () -> Setup.await(setup.vertx().deployVerticle(journal)));
    assertEquals(Errno.ENOENT, failure.errno());
  }

  @Test
  void runsAsAProgram() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String run = "cd \"$1\" && exec \"$2\" -cp \"$3\" " + Journal.class.getName();
    List<String> printed =
        Commands.lines("sh", "-c", run, "sh", dir.toString(), java, absoluteClassPath());
    assertTrue(printed.contains("kept"), printed.toString());
    assertEquals("hello\n", Files.readString(dir.resolve("journal.txt")));
  }

  private static String absoluteClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
