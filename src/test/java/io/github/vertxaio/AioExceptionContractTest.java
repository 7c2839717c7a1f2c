package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a failure tells. */
class AioExceptionContractTest {
  @TempDir Path dir;

  @EverySetup
  void open_namesCallPathAndErrno(Setup setup) {
    String path = dir + "/x";
    AioException failure = setup.fails(Errno.ENOENT, () -> setup.aio().open(path, Linux.O_RDONLY));
    assertEquals(
        "open(\"" + path + "\"): No such file or directory (ENOENT)", failure.getMessage());
    assertEquals("open", failure.call());
    assertEquals(2, failure.errno());
    assertEquals("ENOENT", failure.errnoName());
    assertEquals(List.of(path), failure.paths());
  }

  @EverySetup
  void rename_namesBothPaths(Setup setup) {
    AioException failure =
        setup.fails(Errno.ENOENT, () -> setup.aio().rename(dir + "/a", dir + "/b"));
    assertEquals(List.of(dir + "/a", dir + "/b"), failure.paths());
    assertEquals(
        "rename(\"" + dir + "/a\", \"" + dir + "/b\"): No such file or directory (ENOENT)",
        failure.getMessage());
  }

  @EverySetup
  void fileRequest_namesThePathItWasOpenedWith(Setup setup) {
    AioFile file = setup.open(dir, Linux.O_RDONLY);
    AioException failure = setup.fails(Errno.EISDIR, () -> file.read(0, 1));
    assertEquals("read(\"" + dir + "\"): Is a directory (EISDIR)", failure.getMessage());
    assertEquals(List.of(dir.toString()), failure.paths());
  }

  @EverySetup
  void relativePath_isNamedAsGiven(Setup setup) {
    Aio there = setup.aio().at(setup.wd(dir));
    AioException failure = setup.fails(Errno.ENOENT, () -> there.unlink("gone"));
    assertEquals("unlink(\"gone\"): No such file or directory (ENOENT)", failure.getMessage());
  }

  @EverySetup
  void refusal_saysWhatWasWrong(Setup setup) {
    AioException failure = setup.fails(Errno.ENOENT, () -> setup.aio().at(null).rmdir("x"));
    assertEquals(
        "rmdir(\"x\"): No such file or directory (ENOENT): no working directory",
        failure.getMessage());
  }

  @Test
  void pathsCannotBeChanged() {
    String[] given = {"a", "b"};
    AioException failure = new AioException("rename", Errno.EXDEV, given);
    given[0] = "other";
    assertEquals(List.of("a", "b"), failure.paths());
    assertThrows(UnsupportedOperationException.class, () -> failure.paths().clear());
  }

  @Test
  void unknownErrno_hasAMessage() {
    AioException failure = new AioException("read", 4000);
    assertEquals(4000, failure.errno());
    assertEquals(
        "read(): " + Errno.message(4000) + " (" + Errno.name(4000) + ")", failure.getMessage());
  }
}
