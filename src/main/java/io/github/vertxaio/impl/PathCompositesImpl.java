package io.github.vertxaio.impl;

import io.github.vertxaio.AioRequest;
import io.github.vertxaio.PathComposites;
import io.github.vertxaio.impl.engine.RequestEngine;
import io.github.vertxaio.impl.op.CopyFile;
import io.github.vertxaio.impl.op.Kind;
import io.github.vertxaio.impl.op.LoadFile;
import io.github.vertxaio.impl.op.MoveFile;
import io.github.vertxaio.impl.op.PathArgument.Base;
import io.github.vertxaio.impl.op.Pathsync;
import io.github.vertxaio.impl.op.RemoveTree;
import io.github.vertxaio.impl.vertx.Buffers;
import io.vertx.core.buffer.Buffer;

/** The requests that take several calls of the kernel. */
abstract class PathCompositesImpl extends PathLinksImpl implements PathComposites {
  PathCompositesImpl(RequestEngine engine, int priority, Base base) {
    super(engine, priority, base);
  }

  @Override
  public final AioRequest<Buffer> load(String path) {
    return load(Kind.LOAD, path, 0, 0);
  }

  @Override
  public final AioRequest<Buffer> slurp(String path, long offset, long length) {
    Arguments.notNegative(length, "length");
    return load(Kind.SLURP, path, offset, length);
  }

  private AioRequest<Buffer> load(Kind kind, String path, long offset, long length) {
    return WorkRequest.of(
        this, new LoadFile(kind, path(kind, path), offset, length, Buffers::empty, Buffers::of));
  }

  @Override
  public final AioRequest<Void> pathsync(String path) {
    return submit(new Pathsync(path(Kind.PATHSYNC, path)));
  }

  @Override
  public final AioRequest<Void> rmtree(String path) {
    return WorkRequest.of(this, new RemoveTree(path(Kind.RMTREE, path)));
  }

  @Override
  public final AioRequest<Void> copy(String source, String target) {
    return WorkRequest.of(this, new CopyFile(path(Kind.COPY, source), path(Kind.COPY, target)));
  }

  @Override
  public final AioRequest<Void> move(String source, String target) {
    return WorkRequest.of(this, new MoveFile(path(Kind.MOVE, source), path(Kind.MOVE, target)));
  }
}
