package io.github.vertxaio.codegen;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a small ELF64 object file with one section of data, so that tests can damage it. */
final class ElfBytes {
  static final int SECTION_COUNT = 0x3c;
  static final int NAMES_INDEX = 0x3e;
  static final int SECTION_TABLE = 64;

  /** Where the header of the data section starts. */
  static final int DATA_HEADER = SECTION_TABLE + 64;

  private ElfBytes() {}

  static byte[] with(String section, byte[] data) {
    byte[] names = ("\0" + section + "\0.shstrtab\0").getBytes(StandardCharsets.US_ASCII);
    int dataAt = SECTION_TABLE + 3 * 64;
    int namesAt = dataAt + data.length;
    ByteBuffer file = ByteBuffer.allocate(namesAt + names.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(0, new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1});
    file.putShort(0x10, (short) 1);
    file.putShort(0x12, (short) Target.AARCH64.elfMachine());
    file.putLong(0x28, SECTION_TABLE);
    file.putShort(0x3a, (short) 64);
    file.putShort(SECTION_COUNT, (short) 3);
    file.putShort(NAMES_INDEX, (short) 2);
    header(file, DATA_HEADER, 1, dataAt, data.length);
    header(file, DATA_HEADER + 64, section.length() + 2, namesAt, names.length);
    file.put(dataAt, data);
    file.put(namesAt, names);
    return file.array();
  }

  private static void header(ByteBuffer file, int at, int name, long offset, long size) {
    file.putInt(at, name);
    file.putInt(at + 4, 1);
    file.putLong(at + 0x18, offset);
    file.putLong(at + 0x20, size);
  }
}
