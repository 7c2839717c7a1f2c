package io.github.vertxaio.codegen;

import com.palantir.javapoet.CodeBlock;
import java.util.Map;

/**
 * One value on both ABIs, and how Java writes it. Equal values become a literal; different ones a
 * choice at class initialisation, which javac cannot copy into the classes that use it.
 *
 * @param x86 the value on x86_64
 * @param arm the value on aarch64
 */
record AbiValue(long x86, long arm) {
  static AbiValue of(Map<Target, Long> values, long ifMissing) {
    return new AbiValue(
        values.getOrDefault(Target.X86_64, ifMissing),
        values.getOrDefault(Target.AARCH64, ifMissing));
  }

  boolean differs() {
    return x86 != arm;
  }

  /** Tells whether the type must be long: on either ABI the value is no signed 32-bit number. */
  boolean isLong() {
    return (int) x86 != x86 || (int) arm != arm;
  }

  Class<?> type() {
    return isLong() ? long.class : int.class;
  }

  CodeBlock initializer(int radix) {
    return differs()
        ? CodeBlock.of("$T.pick($L, $L)", Names.ABI, literal(x86, radix), literal(arm, radix))
        : CodeBlock.of("$L", literal(x86, radix));
  }

  private String literal(long value, int radix) {
    String suffix = isLong() ? "L" : "";
    // A negative number is a marker, not a set of bits; small ones read alike in every radix.
    if (radix == 10 || value < 8) {
      return value + suffix;
    }
    return (radix == 8 ? "0" + Long.toOctalString(value) : "0x" + Long.toHexString(value)) + suffix;
  }
}
