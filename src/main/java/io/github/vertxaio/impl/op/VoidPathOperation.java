package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.Scratch;

/** An operation on one path that has no result but its success. */
abstract class VoidPathOperation extends PathOperation<Void> {
  VoidPathOperation(Kind kind, PathArgument path) {
    super(kind, path);
  }

  @Override
  public final Void result(long value, Scratch scratch) {
    return null;
  }
}
