package io.github.vertxaio.impl.op;

/** An operation on a range of a file whose length has only 32 bits on the ring. */
abstract class RangeOperation extends VoidFileOperation {
  /** Where the range begins. */
  final long offset;

  /** How long it is; 0 for the rest of the file. */
  final long length;

  RangeOperation(Kind kind, OpenFile file, long offset, long length) {
    super(kind, file);
    this.offset = offset;
    this.length = length;
  }

  @Override
  public final boolean mayUseRing() {
    return length >>> Integer.SIZE == 0;
  }
}
