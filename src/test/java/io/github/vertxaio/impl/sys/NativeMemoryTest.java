package io.github.vertxaio.impl.sys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** No address leaves a block of memory for a range outside it, or after its end. */
class NativeMemoryTest {
  @Test
  void address_insideTheBlock() {
    try (NativeMemory memory = NativeMemory.allocate(100)) {
      long start = memory.address(0, 100);
      assertNotEquals(0, start);
      assertEquals(start + 60, memory.address(60, 40));
      assertEquals(start + 100, memory.address(100, 0));
      assertEquals(100, memory.size());
    }
  }

  @Test
  void address_outsideTheBlock_throws() {
    try (NativeMemory memory = NativeMemory.allocate(100)) {
      int[][] ranges = {
        {0, 101},
        {1, 100},
        {100, 1},
        {101, 0},
        {-1, 1},
        {0, -1},
        {-1, 2},
        {Integer.MAX_VALUE, 1},
        {1, Integer.MAX_VALUE},
        {Integer.MIN_VALUE, Integer.MIN_VALUE}
      };
      for (int[] range : ranges) {
        assertThrows(IndexOutOfBoundsException.class, () -> memory.address(range[0], range[1]));
      }
    }
  }

  @Test
  void bytes_areCheckedAndInTheMachinesOrder() {
    try (NativeMemory memory = NativeMemory.allocate(16)) {
      ByteBuffer bytes = memory.bytes();
      assertEquals(16, bytes.capacity());
      assertEquals(ByteOrder.nativeOrder(), bytes.order());
      bytes.putLong(8, 0x0102030405060708L);
      assertEquals(0x0102030405060708L, memory.bytes().getLong(8));
      assertThrows(IndexOutOfBoundsException.class, () -> bytes.get(16));
      assertThrows(IndexOutOfBoundsException.class, () -> bytes.putLong(9, 0));
    }
  }

  @Test
  void close_twice_isTheSameAsOnce() {
    NativeMemory memory = NativeMemory.allocate(100);
    memory.close();
    memory.close();
  }

  @Test
  void useAfterClose_throws() {
    NativeMemory memory = NativeMemory.allocate(100);
    memory.close();
    assertThrows(IllegalStateException.class, () -> memory.address(0, 1));
    assertThrows(IllegalStateException.class, memory::bytes);
  }

  @Test
  void sizeOfNothing_throws() {
    assertThrows(IllegalArgumentException.class, () -> NativeMemory.allocate(0));
    assertThrows(IllegalArgumentException.class, () -> NativeMemory.allocate(-1));
  }

  @Test
  void manyBlocks_areGivenBack() throws java.io.IOException {
    long before = residentKilobytes();
    for (int i = 0; i < 2000; i++) {
      try (NativeMemory memory = NativeMemory.allocate(1 << 20)) {
        memory.bytes().put(0, new byte[1 << 20]);
      }
    }
    long added = residentKilobytes() - before;
    assertTrue(added < 500_000, added + " KiB more");
  }

  private static long residentKilobytes() throws java.io.IOException {
    return java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void scratch_refusesPathsThatDoNotFit() {
    try (Scratch scratch = new Scratch(1 << 20)) {
      assertNotEquals(0, scratch.path(new byte[4095]));
      assertNotEquals(0, scratch.secondPath(new byte[4095]));
      assertThrows(IllegalArgumentException.class, () -> scratch.path(new byte[4096]));
      assertThrows(IllegalArgumentException.class, () -> scratch.secondPath(new byte[5000]));
      assertThrows(IndexOutOfBoundsException.class, () -> scratch.struct(4096));
    }
  }

  @Test
  void scratch_keepsItsTransferBufferUpToALimit() {
    try (Scratch scratch = new Scratch(1 << 20)) {
      NativeMemory small = scratch.buffer(10);
      scratch.trim();
      assertEquals(small.address(0, 1), scratch.buffer(20).address(0, 1));
      NativeMemory large = scratch.buffer((1 << 20) + 1);
      scratch.trim();
      assertThrows(IllegalStateException.class, () -> large.address(0, 1));
      assertFalse(scratch.buffer(1).size() > 1 << 20);
    }
  }
}
