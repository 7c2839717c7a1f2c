package io.github.vertxaio.impl;

import io.github.vertxaio.AioRequest;
import io.github.vertxaio.PathLinks;
import io.github.vertxaio.impl.engine.RequestEngine;
import io.github.vertxaio.impl.op.Kind;
import io.github.vertxaio.impl.op.Link;
import io.github.vertxaio.impl.op.Mknod;
import io.github.vertxaio.impl.op.PathArgument.Base;
import io.github.vertxaio.impl.op.Readlink;
import io.github.vertxaio.impl.op.Realpath;
import io.github.vertxaio.impl.op.Symlink;

/** The requests that make names and read where they lead. */
abstract class PathLinksImpl extends PathAttributesImpl implements PathLinks {
  PathLinksImpl(RequestEngine engine, int priority, Base base) {
    super(engine, priority, base);
  }

  @Override
  public final AioRequest<Void> link(String source, String target) {
    return submit(new Link(path(Kind.LINK, source), path(Kind.LINK, target)));
  }

  @Override
  public final AioRequest<Void> symlink(String target, String path) {
    return submit(new Symlink(target, path(Kind.SYMLINK, path)));
  }

  @Override
  public final AioRequest<String> readlink(String path) {
    return submit(new Readlink(path(Kind.READLINK, path)));
  }

  @Override
  public final AioRequest<String> realpath(String path) {
    return submit(new Realpath(path(Kind.REALPATH, path)));
  }

  @Override
  public final AioRequest<Void> mknod(String path, int mode, long dev) {
    return submit(new Mknod(path(Kind.MKNOD, path), mode, dev));
  }
}
