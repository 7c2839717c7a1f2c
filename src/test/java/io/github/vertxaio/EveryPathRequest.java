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
              "rename", (aio, path) -> aio.rename(path, path, Linux.RENAME_NOREPLACE)));

  AioRequest<?> on(Aio aio, String path) {
    return on.apply(aio, path);
  }
}
