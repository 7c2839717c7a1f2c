package io.github.vertxaio.impl;

import io.github.vertxaio.AioException;
import io.github.vertxaio.DirectoryEntry;
import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.PathRequests;
import io.github.vertxaio.ScanResult;
import io.github.vertxaio.Stat;
import io.github.vertxaio.WorkingDirectory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * scandir on a file system that does not tell the types of its entries: {@code stat} of each name
 * with {@code /.} behind it, likely directories first, until as many directories are found as the
 * link count promises.
 */
final class ScandirByStat {
  private static final int DEFAULT_REQUESTS = 4;
  private static final int FLAGS = Linux.READDIR_DENTS | Linux.READDIR_DIRS_FIRST;
  private static final int UNKNOWN = -1;

  private final Group<ScanResult> group;
  private final WorkingDirectory directory;
  private final PathRequests here;
  private final int maxRequests;
  private final Deque<String> unknown = new ArrayDeque<>();
  private final List<String> dirs = new ArrayList<>();
  private final List<String> nondirs = new ArrayList<>();
  private int missingDirs = UNKNOWN;

  private ScandirByStat(
      PathRequestsImpl aio, Group<ScanResult> group, WorkingDirectory directory, int maxRequests) {
    this.group = group;
    this.directory = directory;
    this.here = new PathRequestsImpl(aio.engine, aio.priority, WorkingDirectories.base(directory));
    this.maxRequests = maxRequests <= 0 ? DEFAULT_REQUESTS : maxRequests;
  }

  static void start(PathRequestsImpl aio, Group<ScanResult> group, String path, int maxRequests) {
    group
        .part(aio.wd(path))
        .onSuccess(wd -> new ScandirByStat(aio, group, wd, maxRequests).read())
        .onFailure(group::fail);
  }

  private void read() {
    group.part(here.stat(".")).onSuccess(this::readAfter).onFailure(this::fail);
  }

  private void readAfter(Stat before) {
    group
        .part(here.readdirx(".", FLAGS))
        .onSuccess(
            listing ->
                group
                    .part(here.stat("."))
                    .onSuccess(after -> classify(before, listing.entries(), after))
                    .onFailure(this::fail))
        .onFailure(this::fail);
  }

  private void classify(Stat before, List<DirectoryEntry> entries, Stat after) {
    missingDirs = countByLinks(before, after);
    for (DirectoryEntry entry : entries) {
      if (entry.type() == Linux.DT_UNKNOWN) {
        unknown.add(entry.name());
      } else if (entry.isDirectory()) {
        found(entry.name());
      } else {
        nondirs.add(entry.name());
      }
    }
    Group<Void> stats = group.part(Group.<Void>open(group.engine()));
    stats.limit(maxRequests).feed(any -> examineNext(stats));
    stats.onComplete(done -> finish());
  }

  /** A directory has a link from each of its subdirectories, if the file system counts them. */
  private static int countByLinks(Stat before, Stat after) {
    boolean unchanged =
        before.dev() == after.dev()
            && before.ino() == after.ino()
            && before.nlink() == after.nlink()
            && before.size() == after.size()
            && before.mtime() == after.mtime()
            && after.mtimeSeconds() != System.currentTimeMillis() / 1000;
    return unchanged && after.nlink() >= 2 ? (int) after.nlink() - 2 : UNKNOWN;
  }

  private void found(String name) {
    dirs.add(name);
    missingDirs -= missingDirs > 0 ? 1 : 0;
  }

  private void examineNext(Group<Void> stats) {
    String name = unknown.poll();
    if (name == null) {
      return;
    }
    if (missingDirs == 0) {
      nondirs.add(name);
      nondirs.addAll(unknown);
      unknown.clear();
      return;
    }
    stats.part(here.stat(name + "/.")).onComplete(done -> examined(stats, name, done.cause()));
  }

  private void examined(Group<Void> stats, String name, Throwable failure) {
    if (failure instanceof AioException && isNoDirectory(((AioException) failure).errno())) {
      nondirs.add(name);
      return;
    }
    // A directory, a link to one, or a directory that may not be entered.
    stats
        .part(here.lstat(name))
        .onComplete(
            done -> {
              if (done.succeeded() && done.result().isDirectory()) {
                found(name);
              } else {
                nondirs.add(name);
              }
            });
  }

  private static boolean isNoDirectory(int errno) {
    return errno == Errno.ENOTDIR || errno == Errno.ENOENT || errno == Errno.ELOOP;
  }

  private void finish() {
    directory.close();
    group.result(new ScanResult(dirs, nondirs));
  }

  private void fail(Throwable failure) {
    directory.close();
    group.fail(failure);
  }
}
