package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vertxaio.testing.ChildJvm;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.Scenario;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limit of descriptors, as prlimit(1) sees it, in processes with limits of their own. */
class FdLimitTest {
  private static final String PID = "" + ProcessHandle.current().pid();
  private static final String SOFT_AND_HARD = "SOFT,HARD";

  @TempDir Path dir;

  @BeforeEach
  void prlimit() {
    Commands.assume("prlimit");
  }

  @Test
  void get_isTheSoftLimit() {
    assertEquals(limits().split(" +")[0], "" + FdLimit.get());
  }

  @Test
  void unprivileged_raisesUpToTheHardLimit() throws IOException {
    ChildJvm.runUnprivileged(Unprivileged.class, dir);
  }

  @Test
  void superuser_raisesTheHardLimitToo() {
    Commands.assumeRoot("raise a hard limit");
    List<String> raise =
        List.of("prlimit", "--nofile=1000:1000", "prlimit", "--nofile=1001:1001", "true");
    assumeTrue(Commands.outcome(raise).status() == 0, "not even the superuser may raise limits");
    ChildJvm.runAll(List.of("prlimit", "--nofile=1000:1000"), Superuser.class, dir);
  }

  private static String limits() {
    return Commands.lines("prlimit", "--pid", PID, "--nofile", "--noheadings", "-o", SOFT_AND_HARD)
        .get(0)
        .trim();
  }

  /** A soft limit of 300 and a hard one of 4000. */
  static final class Unprivileged implements Scenario {
    @Override
    public void run(Setup setup, Path directory) {
      Commands.bytes("prlimit", "--pid", PID, "--nofile=300:4000");
      assertEquals(300, FdLimit.get());
      FdLimit.raise(200);
      FdLimit.raise(300);
      assertEquals("300 4000", limits().replaceAll(" +", " "));
      FdLimit.raise(1234);
      assertEquals("1234 4000", limits().replaceAll(" +", " "));
      AioException failure = assertThrows(AioException.class, () -> FdLimit.raise(4001));
      assertEquals("setrlimit(): Operation not permitted (EPERM)", failure.getMessage());
      assertEquals("4000 4000", limits().replaceAll(" +", " "));
      assertThrows(AioException.class, FdLimit::raise);
      assertEquals(4000, FdLimit.get());
      FdLimit.raise(4000);
    }
  }

  /** Limits of 1000, and as much as the system has. */
  static final class Superuser implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      Commands.bytes("prlimit", "--pid", PID, "--nofile=1000:1000");
      FdLimit.raise(2000);
      assertEquals("2000 2000", limits().replaceAll(" +", " "));
      long most = Long.parseLong(Files.readString(Path.of("/proc/sys/fs/nr_open")).trim());
      assertThrows(AioException.class, () -> FdLimit.raise(most + 1));
      assertEquals(most, FdLimit.get());
      FdLimit.raise(most);
      assertThrows(AioException.class, () -> FdLimit.raise(Long.MAX_VALUE));
      assertEquals(most, FdLimit.get());
    }
  }
}
