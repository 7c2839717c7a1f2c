package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** pathsync of what can be synced and what cannot. */
class PathsyncContractTest {
  @TempDir Path dir;

  @EverySetup
  void filesAndDirectories_areSynced(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("file"), "x");
    Path link = Files.createSymbolicLink(dir.resolve("link"), file);
    setup.await(() -> setup.aio().pathsync(file.toString()));
    setup.await(() -> setup.aio().pathsync(link.toString()));
    setup.await(() -> setup.aio().pathsync(dir.toString()));
    WorkingDirectory wd = setup.wd(dir);
    setup.await(() -> setup.aio().at(wd).pathsync("."));
    assertEquals("x", Files.readString(file));
  }

  @EverySetup
  void pipe_failsEINVAL_withoutWaitingForItsOtherEnd(Setup setup) {
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    AioException failure = setup.fails(Errno.EINVAL, () -> setup.aio().pathsync(pipe.toString()));
    assertEquals("pathsync(\"" + pipe + "\"): Invalid argument (EINVAL)", failure.getMessage());
  }

  @EverySetup
  void missing_failsENOENT(Setup setup) {
    setup.fails(Errno.ENOENT, () -> setup.aio().pathsync(dir + "/missing"));
    setup.fails(Errno.EINVAL, () -> setup.aio().pathsync("/proc/version"));
  }
}
