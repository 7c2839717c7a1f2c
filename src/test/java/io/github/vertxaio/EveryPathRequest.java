package io.github.vertxaio;

import java.util.List;
import java.util.function.BiFunction;

/**
 * The requests that take a path, for tests of what they have in common.
 *
 * @param call the name in messages
 * @param on makes the request
 */
record EveryPathRequest(String call, BiFunction<Aio, String, AioRequest<?>> on) {
  static final List<EveryPathRequest> ALL =
      List.of(
          new EveryPathRequest("wd", Aio::wd),
          new EveryPathRequest("open", (aio, path) -> aio.open(path, Linux.O_RDONLY)),
          new EveryPathRequest("open", (aio, path) -> aio.open(path, Linux.O_RDONLY, 0600)),
          new EveryPathRequest("stat", Aio::stat),
          new EveryPathRequest("lstat", Aio::lstat),
          new EveryPathRequest("readdir", Aio::readdir),
          new EveryPathRequest("readdirx", (aio, path) -> aio.readdirx(path, 0)),
          new EveryPathRequest("scandir", (aio, path) -> aio.scandir(path, 0)),
          new EveryPathRequest("unlink", Aio::unlink),
          new EveryPathRequest("rmdir", Aio::rmdir),
          new EveryPathRequest("mkdir", (aio, path) -> aio.mkdir(path, 0700)),
          new EveryPathRequest("rename", (aio, path) -> aio.rename(path, "/tmp/target")),
          new EveryPathRequest("rename", (aio, path) -> aio.rename("/tmp/source", path)),
          new EveryPathRequest(
              "rename", (aio, path) -> aio.rename(path, path, Linux.RENAME_NOREPLACE)),
          new EveryPathRequest("statvfs", Aio::statvfs),
          new EveryPathRequest("utimensat", (aio, path) -> aio.utime(path, null, null)),
          new EveryPathRequest("utimensat", (aio, path) -> aio.utime(path, 1, 2, 3, 4)),
          new EveryPathRequest("chown", (aio, path) -> aio.chown(path, -1, -1)),
          new EveryPathRequest("lchown", (aio, path) -> aio.lchown(path, -1, -1)),
          new EveryPathRequest("chmod", (aio, path) -> aio.chmod(path, 0600)),
          new EveryPathRequest("truncate", (aio, path) -> aio.truncate(path, 0)),
          new EveryPathRequest("link", (aio, path) -> aio.link(path, "/tmp/target")),
          new EveryPathRequest("link", (aio, path) -> aio.link("/tmp/source", path)),
          new EveryPathRequest("symlink", (aio, path) -> aio.symlink("target", path)),
          new EveryPathRequest("readlink", Aio::readlink),
          new EveryPathRequest("realpath", Aio::realpath),
          new EveryPathRequest("mknod", (aio, path) -> aio.mknod(path, Linux.S_IFIFO, 0)),
          new EveryPathRequest("load", Aio::load),
          new EveryPathRequest("slurp", (aio, path) -> aio.slurp(path, -1, 1)),
          new EveryPathRequest("pathsync", Aio::pathsync),
          new EveryPathRequest("rmtree", Aio::rmtree),
          new EveryPathRequest("copy", (aio, path) -> aio.copy(path, "/tmp/target")),
          new EveryPathRequest("copy", (aio, path) -> aio.copy("/tmp/source", path)),
          new EveryPathRequest("move", (aio, path) -> aio.move(path, "/tmp/target")),
          new EveryPathRequest("move", (aio, path) -> aio.move("/tmp/source", path)));

  AioRequest<?> on(Aio aio, String path) {
    return on.apply(aio, path);
  }

  /** Whether it takes another path, which is wrong too. */
  boolean takesTwo() {
    return List.of("rename", "link", "copy", "move").contains(call);
  }

  /** Whether it makes the file that the path names. */
  boolean makes() {
    return List.of("mkdir", "symlink", "mknod").contains(call);
  }
}
