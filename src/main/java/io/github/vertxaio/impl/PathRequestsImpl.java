package io.github.vertxaio.impl;

import io.github.vertxaio.AioFile;
import io.github.vertxaio.AioRequest;
import io.github.vertxaio.DirectoryListing;
import io.github.vertxaio.PathRequests;
import io.github.vertxaio.ScanResult;
import io.github.vertxaio.Stat;
import io.github.vertxaio.WorkingDirectory;
import io.github.vertxaio.impl.engine.RequestEngine;
import io.github.vertxaio.impl.op.DirectoryContents;
import io.github.vertxaio.impl.op.Kind;
import io.github.vertxaio.impl.op.Mkdir;
import io.github.vertxaio.impl.op.Open;
import io.github.vertxaio.impl.op.OpenDirectory;
import io.github.vertxaio.impl.op.PathArgument;
import io.github.vertxaio.impl.op.PathArgument.Base;
import io.github.vertxaio.impl.op.ReadDirectory;
import io.github.vertxaio.impl.op.Rename;
import io.github.vertxaio.impl.op.StatPath;
import io.github.vertxaio.impl.op.Unlink;
import java.util.List;

/** The requests on paths, at one priority and from one directory. */
class PathRequestsImpl extends PathCompositesImpl implements PathRequests {
  PathRequestsImpl(RequestEngine engine, int priority, Base base) {
    super(engine, priority, base);
  }

  @Override
  public final AioRequest<WorkingDirectory> wd(String path) {
    return engine.submit(
        new OpenDirectory(path(Kind.WD, path), found -> WorkingDirectories.of(engine, found)),
        priority);
  }

  @Override
  public final AioRequest<AioFile> open(String path, int flags, int mode) {
    return engine.submit(
        new Open(
            path(Kind.OPEN, path),
            flags,
            mode,
            engine.locals(),
            file -> AioFileImpl.of(engine, file)),
        priority);
  }

  @Override
  public final AioRequest<Stat> stat(String path) {
    return engine.submit(new StatPath(path(Kind.STAT, path), true, engine.locals()), priority);
  }

  @Override
  public final AioRequest<Stat> lstat(String path) {
    return engine.submit(new StatPath(path(Kind.LSTAT, path), false, engine.locals()), priority);
  }

  @Override
  public final AioRequest<List<String>> readdir(String path) {
    PathArgument argument = path(Kind.READDIR, path);
    return engine.submit(
        new ReadDirectory<>(Kind.READDIR, argument, 0, DirectoryContents::names), priority);
  }

  @Override
  public final AioRequest<DirectoryListing> readdirx(String path, int flags) {
    PathArgument argument = path(Kind.READDIRX, path);
    return engine.submit(
        new ReadDirectory<>(Kind.READDIRX, argument, flags, DirectoryContents::listing), priority);
  }

  @Override
  public final AioRequest<ScanResult> scandir(String path, int maxRequests) {
    return Scandir.start(this, path, maxRequests);
  }

  @Override
  public final AioRequest<Void> unlink(String path) {
    return engine.submit(Unlink.file(path(Kind.UNLINK, path)), priority);
  }

  @Override
  public final AioRequest<Void> rmdir(String path) {
    return engine.submit(Unlink.directory(path(Kind.RMDIR, path)), priority);
  }

  @Override
  public final AioRequest<Void> mkdir(String path, int mode) {
    return engine.submit(new Mkdir(path(Kind.MKDIR, path), mode), priority);
  }

  @Override
  public final AioRequest<Void> rename(String source, String target, int flags) {
    return engine.submit(
        new Rename(path(Kind.RENAME, source), path(Kind.RENAME, target), flags), priority);
  }
}
