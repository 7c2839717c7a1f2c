package io.github.vertxaio.codegen;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The form in which values travel from the C compiler to us: an array of fixed-width records in a
 * section of its own. One array, because a compiler may pad between single variables.
 */
final class FactRecords {
  /** The section that holds the array. */
  static final String SECTION = ".vertxaio.facts";

  /** Room for a name and its terminating zero. */
  static final int NAME_SIZE = 64;

  private static final int RECORD_SIZE = NAME_SIZE + 2 * Long.BYTES;

  /** C code that declares the record. */
  static final String DECLARATION =
      "struct vertxaio_fact { char name[" + NAME_SIZE + "]; long long value; long long size; };\n";

  private FactRecords() {}

  /** One fact: what it is about, and one or two numbers. */
  record Fact(String label, long value, long size) {}

  /** Returns the C initializer of one record. */
  static String initializer(String label, String value, String size) {
    if (label.length() >= NAME_SIZE) {
      throw new CodegenException("the name " + label + " is too long: raise NAME_SIZE");
    }
    return "  {\"" + label + "\", (long long)(" + value + "), (long long)(" + size + ")},\n";
  }

  /** Reads the records of an object file. */
  static List<Fact> decode(ElfObject object) {
    ByteBuffer section =
        object
            .section(SECTION)
            .orElseThrow(() -> new CodegenException("the object file has no section " + SECTION));
    if (section.remaining() % RECORD_SIZE != 0) {
      throw new CodegenException(
          "section " + SECTION + " holds no whole number of records: the compiler padded them");
    }
    List<Fact> facts = new ArrayList<>();
    for (int at = 0; at < section.limit(); at += RECORD_SIZE) {
      byte[] name = new byte[NAME_SIZE];
      section.get(at, name);
      String label = new String(name, StandardCharsets.US_ASCII).replaceAll("\0.*", "");
      // The array ends in an empty record, so that it is valid C even if no name was known.
      if (!label.isEmpty()) {
        facts.add(
            new Fact(
                label,
                section.getLong(at + NAME_SIZE),
                section.getLong(at + NAME_SIZE + Long.BYTES)));
      }
    }
    return facts;
  }
}
