package io.github.vertxaio.impl;

import io.github.vertxaio.AioRequest;
import io.github.vertxaio.PathAttributes;
import io.github.vertxaio.StatVfs;
import io.github.vertxaio.impl.engine.RequestEngine;
import io.github.vertxaio.impl.op.Chmod;
import io.github.vertxaio.impl.op.Chown;
import io.github.vertxaio.impl.op.Kind;
import io.github.vertxaio.impl.op.PathArgument.Base;
import io.github.vertxaio.impl.op.Statvfs;
import io.github.vertxaio.impl.op.Truncate;
import io.github.vertxaio.impl.op.Utime;
import io.github.vertxaio.impl.sys.FileTimes;
import java.time.Instant;

/**
 * The requests on paths that ask for a file system, or change what is known of a file or its size.
 */
abstract class PathAttributesImpl extends PathView implements PathAttributes {
  PathAttributesImpl(RequestEngine engine, int priority, Base base) {
    super(engine, priority, base);
  }

  @Override
  public final AioRequest<StatVfs> statvfs(String path) {
    return submit(new Statvfs(path(Kind.STATVFS, path)));
  }

  @Override
  public final AioRequest<Void> utime(String path, Instant atime, Instant mtime) {
    return utime(path, FileTimes.of(atime, mtime));
  }

  @Override
  public final AioRequest<Void> utime(
      String path, long atimeSeconds, int atimeNanos, long mtimeSeconds, int mtimeNanos) {
    return utime(path, new FileTimes(atimeSeconds, atimeNanos, mtimeSeconds, mtimeNanos));
  }

  private AioRequest<Void> utime(String path, FileTimes times) {
    return submit(new Utime(path(Kind.UTIMENSAT, path), times));
  }

  @Override
  public final AioRequest<Void> chown(String path, int uid, int gid) {
    return submit(new Chown(path(Kind.CHOWN, path), true, uid, gid));
  }

  @Override
  public final AioRequest<Void> lchown(String path, int uid, int gid) {
    return submit(new Chown(path(Kind.LCHOWN, path), false, uid, gid));
  }

  @Override
  public final AioRequest<Void> chmod(String path, int mode) {
    return submit(new Chmod(path(Kind.CHMOD, path), mode));
  }

  @Override
  public final AioRequest<Void> truncate(String path, long size) {
    Arguments.notNegative(size, "size");
    return submit(new Truncate(path(Kind.TRUNCATE, path), size));
  }
}
