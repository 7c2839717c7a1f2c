package io.github.vertxaio.codegen;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The part of an ELF64 little-endian object file that the probe needs: the machine and the bytes of
 * a section. Reading it instead of running a program is what lets one machine probe every ABI.
 */
public final class ElfObject {
  private static final int HEADER_SIZE = 64;
  private static final int SECTION_HEADER_SIZE = 64;
  private static final int SHT_NOBITS = 8;

  private final ByteBuffer file;
  private final long sectionTable;
  private final int sectionCount;
  private final int namesIndex;

  private ElfObject(ByteBuffer file) {
    this.file = file;
    this.sectionTable = file.getLong(0x28);
    this.sectionCount = file.getShort(0x3c) & 0xffff;
    this.namesIndex = file.getShort(0x3e) & 0xffff;
  }

  /**
   * Takes the bytes of an object file apart.
   *
   * @param bytes the whole file
   * @throws CodegenException if it is no ELF64 little-endian file, or is cut short
   */
  public static ElfObject parse(byte[] bytes) {
    if (bytes.length < HEADER_SIZE
        || bytes[0] != 0x7f
        || bytes[1] != 'E'
        || bytes[2] != 'L'
        || bytes[3] != 'F') {
      throw new CodegenException("not an ELF file: the compiler wrote something else");
    }
    if (bytes[4] != 2 || bytes[5] != 1) {
      throw new CodegenException("not a 64-bit little-endian ELF file: wrong compiler?");
    }
    ElfObject object = new ElfObject(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    int entrySize = object.file.getShort(0x3a) & 0xffff;
    if (object.sectionCount == 0 || entrySize != SECTION_HEADER_SIZE) {
      throw new CodegenException("an ELF file without a usable section table");
    }
    if (object.namesIndex >= object.sectionCount) {
      throw new CodegenException("an ELF file whose section names are missing");
    }
    return object;
  }

  /** Returns {@code e_machine}, which tells for which processor this is. */
  public int machine() {
    return file.getShort(0x12) & 0xffff;
  }

  /**
   * Returns the contents of a section.
   *
   * @param name its name
   * @return a little-endian view of its bytes, or nothing if there is no such section
   * @throws CodegenException if the file is cut short
   */
  public Optional<ByteBuffer> section(String name) {
    try {
      ByteBuffer names = contents(header(namesIndex));
      for (int i = 0; i < sectionCount; i++) {
        ByteBuffer header = header(i);
        if (name.equals(string(names, header.getInt(0)))) {
          return Optional.of(contents(header));
        }
      }
      return Optional.empty();
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      throw new CodegenException("an ELF file that is cut short or damaged", e);
    }
  }

  private ByteBuffer header(int index) {
    return slice(sectionTable + (long) index * SECTION_HEADER_SIZE, SECTION_HEADER_SIZE);
  }

  private ByteBuffer contents(ByteBuffer header) {
    if (header.getInt(0x04) == SHT_NOBITS) {
      throw new CodegenException("an ELF section that should hold data takes no room in the file");
    }
    return slice(header.getLong(0x18), header.getLong(0x20));
  }

  private ByteBuffer slice(long offset, long length) {
    if (offset < 0 || length < 0 || offset > file.limit() || length > file.limit() - offset) {
      throw new IndexOutOfBoundsException("offset " + offset + ", length " + length);
    }
    return file.slice((int) offset, (int) length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String string(ByteBuffer names, int offset) {
    int end = offset;
    while (names.get(end) != 0) {
      end++;
    }
    byte[] bytes = new byte[end - offset];
    names.get(offset, bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
