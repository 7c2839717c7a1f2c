package io.github.vertxaio.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ElfObjectTest {
  private static final byte[] DATA = {1, 2, 3, 4, 5, 6, 7, 8};
  private static final byte[] FILE = ElfBytes.with(".data.test", DATA);

  @Test
  void machineAndSectionAreFound() {
    ElfObject object = ElfObject.parse(FILE);
    assertEquals(Target.AARCH64.elfMachine(), object.machine());
    assertEquals(0x0807060504030201L, object.section(".data.test").orElseThrow().getLong(0));
    assertTrue(object.section(".data").isEmpty());
  }

  @Test
  void otherFilesAreRefused() {
    assertRefused(new byte[0], "not an ELF file");
    assertRefused("#!/bin/sh\n".repeat(10).getBytes(), "not an ELF file");
    assertRefused(Arrays.copyOf(FILE, 63), "not an ELF file");
    assertRefused(changed(file -> file.put(4, (byte) 1)), "not a 64-bit");
    assertRefused(changed(file -> file.put(5, (byte) 2)), "not a 64-bit little-endian");
  }

  @Test
  void damagedSectionTablesAreRefused() {
    assertRefused(changed(file -> file.putShort(ElfBytes.SECTION_COUNT, (short) 0)), "section");
    assertRefused(changed(file -> file.putShort(0x3a, (short) 40)), "section table");
    assertRefused(changed(file -> file.putShort(ElfBytes.NAMES_INDEX, (short) 3)), "names");
    assertRefused(changed(file -> file.putLong(0x28, -1)), "damaged");
    assertRefused(changed(file -> file.putLong(0x28, Long.MAX_VALUE)), "damaged");
    assertRefused(changed(file -> file.putInt(ElfBytes.DATA_HEADER, 9999)), "damaged");
    assertRefused(changed(file -> file.putLong(ElfBytes.DATA_HEADER + 0x18, -1)), "damaged");
    assertRefused(
        changed(file -> file.putLong(ElfBytes.DATA_HEADER + 0x20, Long.MAX_VALUE)), "damaged");
    assertRefused(changed(file -> file.putInt(ElfBytes.DATA_HEADER + 4, 8)), "no room");
  }

  @Test
  void everyCutIsRefusedOrHarmless() {
    for (int length = 0; length < FILE.length; length++) {
      byte[] cut = Arrays.copyOf(FILE, length);
      assertThrows(CodegenException.class, () -> read(cut), "cut to " + length);
    }
  }

  @Test
  void randomDamageNeverEscapesAsAnotherException() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = FILE.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        read(bytes);
      } catch (CodegenException expected) {
        // What matters is that nothing else is thrown.
      }
    }
  }

  private static void assertRefused(byte[] bytes, String reason) {
    CodegenException refused = assertThrows(CodegenException.class, () -> read(bytes));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  private static void read(byte[] bytes) {
    ElfObject.parse(bytes).section(".data.test");
  }

  private static byte[] changed(Consumer<ByteBuffer> change) {
    byte[] bytes = FILE.clone();
    change.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    return bytes;
  }
}
