package io.github.vertxaio.impl.sys;

/** Memory that the kernel may read or write: addresses leave it only for ranges inside it. */
public sealed interface Memory permits NativeMemory, HeldMemory {
  /**
   * The address of a range.
   *
   * @throws IndexOutOfBoundsException when the range is not inside this memory
   */
  long address(int offset, int length);
}
