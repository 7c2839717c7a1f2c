package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** fsync and fdatasync. */
class SyncContractTest {
  @TempDir Path dir;

  @EverySetup
  void file_isSynced(Setup setup) throws IOException {
    AioFile file = setup.open(dir.resolve("f"), Linux.O_CREAT | Linux.O_RDWR);
    setup.await(() -> file.writeFully(0, Buffer.buffer("12345")));
    assertNull(setup.await(file::fdatasync));
    assertNull(setup.await(file::fsync));
    AioFile reader = setup.open(dir.resolve("f"), Linux.O_RDONLY);
    assertNull(setup.await(reader::fsync));
    assertNull(setup.await(reader::fdatasync));
  }

  @EverySetup
  void directory_isSynced(Setup setup) {
    AioFile file = setup.open(dir, Linux.O_RDONLY | Linux.O_DIRECTORY);
    assertNull(setup.await(file::fsync));
    assertNull(setup.await(file::fdatasync));
  }

  @EverySetup
  void manyAtOnce_allComplete(Setup setup) {
    AioFile file = setup.open(dir.resolve("f"), Linux.O_CREAT | Linux.O_RDWR);
    List<Future<Void>> syncs = new ArrayList<>();
    setup.await(
        () -> {
          for (int i = 0; i < 20; i++) {
            file.write(i, Buffer.buffer("x"));
            syncs.add(i % 2 == 0 ? file.fsync() : file.fdatasync());
          }
          return Future.join(syncs);
        });
  }

  @EverySetup
  void pipe_failsEINVAL(Setup setup) {
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    AioFile file = setup.open(pipe, Linux.O_RDWR);
    AioException failure = setup.fails(Errno.EINVAL, file::fsync);
    assertEquals("fsync(\"" + pipe + "\"): Invalid argument (EINVAL)", failure.getMessage());
    failure = setup.fails(Errno.EINVAL, file::fdatasync);
    assertEquals("fdatasync", failure.call());
  }

  @EverySetup
  void pathDescriptor_failsEBADF(Setup setup) throws IOException {
    AioFile file = setup.open(Files.writeString(dir.resolve("f"), ""), Linux.O_PATH);
    setup.fails(Errno.EBADF, file::fsync);
    setup.fails(Errno.EBADF, file::fdatasync);
  }
}
