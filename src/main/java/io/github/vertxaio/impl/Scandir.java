package io.github.vertxaio.impl;

import io.github.vertxaio.AioRequest;
import io.github.vertxaio.Linux;
import io.github.vertxaio.ScanResult;
import io.github.vertxaio.impl.op.DirectoryContents;
import io.github.vertxaio.impl.op.Kind;
import io.github.vertxaio.impl.op.PathArgument;
import io.github.vertxaio.impl.op.ReadDirectory;

/**
 * scandir: one reading of the directory where the file system tells the types of its entries, and
 * otherwise the slow way of {@link ScandirByStat}.
 */
final class Scandir {
  private static final int FLAGS = Linux.READDIR_DENTS;

  private Scandir() {}

  /** Either the separated names, or {@code null} when types are unknown. */
  private static ScanResult separate(DirectoryContents contents) {
    return contents.hasUnknownTypes() ? null : contents.separate();
  }

  static AioRequest<ScanResult> start(PathRequestsImpl aio, String path, int maxRequests) {
    return Group.<ScanResult>of(
        aio.engine,
        group ->
            group
                .part(read(aio, path))
                .onSuccess(
                    separated -> {
                      if (separated != null) {
                        group.result(separated);
                      } else {
                        ScandirByStat.start(aio, group, path, maxRequests);
                      }
                    })
                .onFailure(group::fail));
  }

  private static AioRequest<ScanResult> read(PathRequestsImpl aio, String path) {
    PathArgument argument = aio.path(Kind.SCANDIR, path);
    return aio.engine.submit(
        new ReadDirectory<>(Kind.SCANDIR, argument, FLAGS, Scandir::separate), aio.priority);
  }
}
