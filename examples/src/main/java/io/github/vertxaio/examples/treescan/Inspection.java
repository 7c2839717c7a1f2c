package io.github.vertxaio.examples.treescan;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioException;
import io.github.vertxaio.AioFile;
import io.github.vertxaio.AioGroup;
import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.Stat;
import io.github.vertxaio.WorkingDirectory;
import io.vertx.core.Future;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What {@code --stat} and {@code --sync} do with each entry of a directory. */
final class Inspection {
  private static final int MAX_IN_FLIGHT = 4;
  private static final int OPEN_FLAGS =
      Linux.O_RDONLY | Linux.O_NONBLOCK | Linux.O_NOFOLLOW | Linux.O_NOCTTY;

  private final Aio aio;
  private final boolean sync;
  private final BiConsumer<String, Throwable> failed;

  /**
   * An inspection that reads the attributes of every entry.
   *
   * @param sync whether it also brings files and directories to the disk
   * @param failed gets what could not be inspected, and why
   */
  Inspection(Aio aio, boolean sync, BiConsumer<String, Throwable> failed) {
    this.aio = aio;
    this.sync = sync;
    this.failed = failed;
  }

  /** Inspects one path that is no directory. */
  Future<Void> of(String path) {
    AioGroup<Void> group = aio.group();
    inspect(group, aio, "", path);
    return group;
  }

  /**
   * Inspects a directory and what is in it.
   *
   * @param path the directory, with a slash behind it
   * @param files the names in it that are no directories; those have their own turn
   */
  Future<Void> of(String path, List<String> files) {
    return aio.wd(path)
        .onFailure(cause -> failed.accept(path, cause))
        .compose(wd -> inspectAll(wd, path, files).eventually(wd::close))
        .otherwiseEmpty();
  }

  /** The names are relative to the directory, so it does not matter how long its path is. */
  private Future<Void> inspectAll(WorkingDirectory wd, String path, List<String> files) {
    Aio here = aio.at(wd);
    Iterator<String> names = Stream.concat(files.stream(), Stream.of(".")).iterator();
    AioGroup<Void> all = aio.group();
    return all.limit(MAX_IN_FLIGHT)
        .feed(
            group -> {
              if (names.hasNext()) {
                inspect(group, here, path, names.next());
              }
            });
  }

  private void inspect(AioGroup<Void> group, Aio here, String directory, String name) {
    String path = name.equals(".") ? directory : directory + name;
    group
        .add(here.lstat(name))
        .onFailure(cause -> failed.accept(path, cause))
        .onSuccess(
            stat -> {
              if (sync && canBeSynced(stat)) {
                sync(group, here, path, name);
              }
            });
  }

  /** Opening a device does things; links, pipes and sockets have nothing that could be synced. */
  private static boolean canBeSynced(Stat stat) {
    return stat.isDirectory() || stat.isRegularFile();
  }

  private void sync(AioGroup<Void> group, Aio here, String path, String name) {
    group
        .add(here.open(name, OPEN_FLAGS))
        .onFailure(cause -> failed.accept(path, cause))
        .onSuccess(file -> syncAndClose(group, file, path));
  }

  private void syncAndClose(AioGroup<Void> group, AioFile file, String path) {
    group
        .add(file.fsync())
        .onComplete(
            synced -> {
              group.add(file.close()).onFailure(cause -> failed.accept(path, cause));
              if (synced.failed() && !isNotOnDisk(synced.cause())) {
                failed.accept(path, synced.cause());
              }
            });
  }

  /** A file system without a disk, or one that nobody can write to, has nothing to be synced. */
  private static boolean isNotOnDisk(Throwable cause) {
    if (cause instanceof AioException) {
      int errno = ((AioException) cause).errno();
      return errno == Errno.EINVAL || errno == Errno.EROFS;
    }
    return false;
  }
}
