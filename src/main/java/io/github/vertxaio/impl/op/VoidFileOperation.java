package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.Scratch;

/** An operation on an open file that has no result but its success. */
abstract class VoidFileOperation extends FileOperation<Void> {
  VoidFileOperation(Kind kind, OpenFile file) {
    super(kind, file);
  }

  @Override
  public final Void result(long value, Scratch scratch) {
    return null;
  }
}
