package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.ChildJvm;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.Scenario;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptors that run out and files that grow too large, in processes with such limits. */
class LimitsOfTheProcessTest {
  private static final long LARGEST_FILE = 100_000_000;

  @TempDir Path dir;

  @Test
  void noDescriptorsLeft_failsEMFILE_andGoesOnAfterwards() {
    Commands.assume("prlimit");
    ChildJvm.runAll(List.of("prlimit", "--nofile=300:300"), NoDescriptors.class, dir);
  }

  @Test
  void fileTooLarge_failsEFBIG_afterWhatFits() {
    Commands.assume("prlimit");
    String limit = "--fsize=" + LARGEST_FILE + ":" + LARGEST_FILE;
    ChildJvm.runAll(List.of("prlimit", limit), FileTooLarge.class, dir);
  }

  /** Opens until nothing is left. */
  static final class NoDescriptors implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      Path file = Files.writeString(directory.resolve("file"), "12345");
      setup.start();
      AioFile open = setup.open(file, Linux.O_RDWR);
      WorkingDirectory wd = setup.wd(directory);
      // Classes are loaded through descriptors too, so everything is used once before they run out.
      allWork(setup, open, directory);
      needNone(setup, open, wd);
      setup.fails(Errno.ENOENT, () -> setup.aio().wd("/missing"));
      List<AioFile> files = new ArrayList<>();
      Throwable failure = null;
      while (failure == null) {
        assertTrue(files.size() < 1000);
        Future<AioFile> one = setup.onContext(() -> setup.aio().open("/dev/null", Linux.O_RDONLY));
        failure = Setup.await(one.map((Throwable) null).otherwise(cause -> cause));
        if (failure == null) {
          files.add(one.result());
        }
      }
      assertEquals(Errno.EMFILE, ((AioException) failure).errno());
      String name = directory.toString();
      for (int i = 0; i < 3; i++) {
        setup.fails(Errno.EMFILE, () -> setup.aio().open(name, Linux.O_RDONLY));
        setup.fails(Errno.EMFILE, () -> setup.aio().wd(name));
        setup.fails(Errno.EMFILE, () -> setup.aio().readdir(name));
        setup.fails(Errno.EMFILE, () -> setup.aio().readdirx(name, 0));
        setup.fails(Errno.EMFILE, () -> setup.aio().scandir(name, 0));
        needNone(setup, open, wd);
      }
      files.forEach(opened -> setup.await(opened::close));
      allWork(setup, open, directory);
    }

    private static void needNone(Setup setup, AioFile open, WorkingDirectory wd) {
      Aio there = setup.aio().at(wd);
      assertEquals(5, setup.await(() -> there.stat("file")).size());
      assertEquals(5, setup.await(() -> there.lstat("file")).size());
      assertEquals(5, setup.await(open::stat).size());
      assertEquals(Buffer.buffer("12345"), setup.await(() -> open.read(0, 10)));
      setup.await(() -> open.writeFully(0, Buffer.buffer("12345")));
      setup.await(open::fdatasync);
      setup.await(() -> there.mkdir("sub", 0700));
      setup.await(() -> there.rename("sub", "dir"));
      setup.await(() -> there.rmdir("dir"));
    }

    private static void allWork(Setup setup, AioFile open, Path directory) {
      String name = directory.toString();
      assertEquals(List.of("file"), setup.await(() -> setup.aio().readdir(name)));
      assertEquals(List.of("file"), setup.await(() -> setup.aio().readdirx(name, 0)).names());
      assertEquals(List.of("file"), setup.await(() -> setup.aio().scandir(name, 0)).nondirs());
      WorkingDirectory wd = setup.await(() -> setup.aio().wd(name));
      setup.await(wd::close);
      AioFile file = setup.await(() -> setup.aio().open(name, Linux.O_RDONLY));
      setup.await(file::close);
    }
  }

  /** Writes across the limit. */
  static final class FileTooLarge implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      Path path = directory.resolve("file");
      setup.start();
      AioFile file = setup.open(path, Linux.O_CREAT | Linux.O_RDWR);
      byte[] bytes = "0123456789".getBytes();
      assertEquals(4, setup.await(() -> file.write(LARGEST_FILE - 4, Buffer.buffer(bytes))));
      setup.fails(Errno.EFBIG, () -> file.write(LARGEST_FILE, Buffer.buffer(bytes)));
      setup.fails(Errno.EFBIG, () -> file.writeFully(LARGEST_FILE - 6, Buffer.buffer(bytes)));
      assertEquals(LARGEST_FILE, Files.size(path));
      setup.await(() -> file.seek(LARGEST_FILE - 3, Linux.SEEK_SET));
      assertEquals(3, setup.await(() -> file.write(Buffer.buffer(bytes))));
      setup.fails(Errno.EFBIG, () -> file.write(Buffer.buffer(bytes)));
      assertEquals(LARGEST_FILE, setup.await(() -> file.seek(0, Linux.SEEK_CUR)));
      assertEquals(Buffer.buffer("012012"), setup.await(() -> file.read(LARGEST_FILE - 6, 100)));
      setup.await(file::close);
      Files.delete(path);
    }
  }
}
