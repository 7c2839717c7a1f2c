package io.github.vertxaio.codegen;

import com.palantir.javapoet.TypeSpec;
import io.github.vertxaio.codegen.Facts.Layout;
import io.github.vertxaio.codegen.Facts.Span;
import io.github.vertxaio.codegen.NameList.Field;
import io.github.vertxaio.codegen.NameList.Struct;
import java.util.Map;
import java.util.function.ToLongFunction;
import javax.lang.model.element.Modifier;

/** Emits {@code Structs}: sizes and offsets of the structs of C. */
final class StructsEmitter {
  private StructsEmitter() {}

  static TypeSpec emit(Inputs inputs) {
    TypeSpec.Builder type =
        Specs.holder(Names.STRUCTS)
            .addJavadoc(
                """
                Sizes of C structs and the offsets of their fields, all in bytes.

                <p>A field that is no integer of 1, 2, 4 or 8 bytes on every ABI has its size in a
                second constant.
                """);
    for (Struct struct : inputs.list().structs()) {
      Map<Target, Long> sizes = inputs.lookUp(facts -> size(facts, struct));
      if (sizes.size() == Target.values().length) {
        type.addType(struct(inputs, struct, AbiValue.of(sizes, 0)));
      }
    }
    return type.build();
  }

  private static TypeSpec struct(Inputs inputs, Struct struct, AbiValue size) {
    TypeSpec.Builder type =
        Specs.holder(Names.STRUCTS.nestedClass(struct.javaName()))
            .addModifiers(Modifier.STATIC)
            .addJavadoc("Layout of {@code $L}.\n", struct.type())
            .addField(Specs.constant("SIZE", size, 10, "Size of the struct."));
    for (Field field : struct.fields()) {
      Map<Target, Long> offsets = inputs.lookUp(facts -> value(facts, struct, field, Span::offset));
      Map<Target, Long> sizes = inputs.lookUp(facts -> value(facts, struct, field, Span::size));
      // A layout cannot be guessed: what the headers of one ABI are too old for is left out.
      if (offsets.size() == Target.values().length) {
        addField(type, field, AbiValue.of(offsets, 0), AbiValue.of(sizes, 0));
      }
    }
    return type.build();
  }

  private static void addField(TypeSpec.Builder type, Field field, AbiValue offset, AbiValue size) {
    String what = "Offset of {@code " + field.path() + "}, ";
    if (field.flexible()) {
      type.addField(
          Specs.constant(field.javaName(), offset, 10, what + "as long as its length says."));
      return;
    }
    boolean plain = !size.differs() && Long.bitCount(size.x86()) == 1 && size.x86() <= Long.BYTES;
    String unit = size.x86() == 1 && plain ? " byte." : " bytes.";
    String doc =
        size.differs()
            ? what + size.x86() + " or " + size.arm() + " bytes."
            : what + size.x86() + unit;
    type.addField(Specs.constant(field.javaName(), offset, 10, doc));
    if (!plain) {
      String sizeDoc = "Size of {@code " + field.path() + "}.";
      type.addField(Specs.constant(field.javaName() + "_SIZE", size, 10, sizeDoc));
    }
  }

  private static Long size(Facts facts, Struct struct) {
    Layout layout = facts.structs().get(struct.name());
    return layout == null ? null : (Long) layout.size();
  }

  private static Long value(Facts facts, Struct struct, Field field, ToLongFunction<Span> part) {
    Layout layout = facts.structs().get(struct.name());
    Span span = layout == null ? null : layout.fields().get(field.path());
    return span == null ? null : (Long) part.applyAsLong(span);
  }
}
