package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What every request does with a path that cannot be one. */
class PathArgumentContractTest {
  @TempDir Path dir;

  private static AioException allFail(Setup setup, int errno, String path) {
    AioException last = null;
    for (EveryPathRequest request : EveryPathRequest.ALL) {
      last = setup.fails(errno, () -> request.on(setup.aio(), path));
      assertEquals(request.call(), last.call());
      assertTrue(last.paths().contains(path), last.getMessage());
    }
    return last;
  }

  /** Resolves to a file, and has as many bytes as asked. */
  private static String padded(Path file, int bytes) {
    String name = "/" + file.getFileName();
    StringBuilder path = new StringBuilder(file.getParent().toString());
    int missing = bytes - path.length() - name.length();
    path.append("/.".repeat(missing / 2)).append(missing % 2 == 1 ? "/" : "").append(name);
    assertEquals(bytes, path.toString().getBytes(StandardCharsets.UTF_8).length);
    return path.toString();
  }

  @EverySetup
  void nullPath_throws(Setup setup) {
    for (EveryPathRequest request : EveryPathRequest.ALL) {
      NullPointerException thrown =
          setup.refuses(NullPointerException.class, () -> request.on(setup.aio(), null));
      assertEquals("path", thrown.getMessage(), request.call());
    }
  }

  @EverySetup
  void emptyPath_failsENOENT(Setup setup) {
    allFail(setup, Errno.ENOENT, "");
  }

  @EverySetup
  void emptyPath_inWorkingDirectory_failsENOENT(Setup setup) {
    Aio there = setup.aio().at(setup.wd(dir));
    for (EveryPathRequest request : EveryPathRequest.ALL) {
      setup.fails(Errno.ENOENT, () -> request.on(there, ""));
    }
  }

  @EverySetup
  void pathWithNul_failsEINVAL(Setup setup) {
    allFail(setup, Errno.EINVAL, dir + "/a\0b");
    allFail(setup, Errno.EINVAL, "\0");
    assertTrue(allFail(setup, Errno.EINVAL, dir + "\0").getMessage().contains("NUL"));
  }

  @EverySetup
  void pathOf4095Bytes_works(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "12345");
    assertEquals(5, setup.await(() -> setup.aio().stat(padded(file, 4095))).size());
    assertEquals(5, setup.await(() -> setup.aio().stat(padded(file, 4094))).size());
  }

  @EverySetup
  void pathOf4096BytesAndMore_failsENAMETOOLONG(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "12345");
    allFail(setup, Errno.ENAMETOOLONG, padded(file, 4096));
    allFail(setup, Errno.ENAMETOOLONG, padded(file, 5000));
    allFail(setup, Errno.ENAMETOOLONG, padded(file, 1_000_000));
  }

  @EverySetup
  void pathLengthCountsBytesNotChars(Setup setup) {
    allFail(setup, Errno.ENAMETOOLONG, "/" + "€/".repeat(1100));
    setup.fails(Errno.ENOENT, () -> setup.aio().stat("/" + "€/".repeat(1000)));
  }

  @EverySetup
  void componentOf256Bytes_failsENAMETOOLONG(Setup setup) throws IOException {
    String longest = dir + "/" + "x".repeat(255);
    Files.writeString(Path.of(longest), "12345");
    assertEquals(5, setup.await(() -> setup.aio().stat(longest)).size());
    allFailInDirectory(setup, longest + "x");
    allFailInDirectory(setup, dir + "/" + "€".repeat(86));
  }

  private void allFailInDirectory(Setup setup, String path) throws IOException {
    for (EveryPathRequest request : EveryPathRequest.ALL) {
      if (!request.takesTwo()) {
        setup.fails(Errno.ENAMETOOLONG, () -> request.on(setup.aio(), path));
      }
    }
    Path source = Files.writeString(dir.resolve("source"), "");
    setup.fails(Errno.ENAMETOOLONG, () -> setup.aio().rename(path, source.toString()));
    setup.fails(Errno.ENAMETOOLONG, () -> setup.aio().rename(source.toString(), path));
  }

  @EverySetup
  void loneSurrogate_failsEILSEQ(Setup setup) {
    allFail(setup, Errno.EILSEQ, dir + "/\uD800");
    allFail(setup, Errno.EILSEQ, dir + "/\uDBFFx");
    allFail(setup, Errno.EILSEQ, dir + "/\uDC00");
    allFail(setup, Errno.EILSEQ, dir + "/\uDC7F");
  }

  @EverySetup
  void missingFile_failsENOENT(Setup setup) {
    String missing = dir + "/missing";
    for (EveryPathRequest request : EveryPathRequest.ALL) {
      if (!request.makes()) {
        setup.fails(Errno.ENOENT, () -> request.on(setup.aio(), missing));
      }
    }
    setup.fails(Errno.ENOENT, () -> setup.aio().mkdir(missing + "/x", 0700));
  }

  @EverySetup
  void fileInsteadOfDirectory_failsENOTDIR(Setup setup) throws IOException {
    String file = Files.writeString(dir.resolve("f"), "").toString();
    for (EveryPathRequest request : EveryPathRequest.ALL) {
      if (!request.takesTwo()) {
        setup.fails(Errno.ENOTDIR, () -> request.on(setup.aio(), file + "/x"));
      }
    }
    setup.fails(Errno.ENOTDIR, () -> setup.aio().rename(file + "/x", file));
    setup.fails(Errno.ENOTDIR, () -> setup.aio().rename(file, file + "/x"));
  }

  @EverySetup
  void engineGoesOnAfterRefusals(Setup setup) {
    for (int i = 0; i < 300; i++) {
      setup.onContext(() -> setup.aio().stat("\0"));
      setup.onContext(() -> setup.aio().open("", 0));
    }
    assertTrue(setup.await(() -> setup.aio().stat(dir.toString())).isDirectory());
  }
}
