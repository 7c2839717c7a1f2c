package io.github.vertxaio.codegen;

import com.palantir.javapoet.TypeSpec;
import io.github.vertxaio.codegen.NameList.Section;
import java.util.Map;
import java.util.Set;

/** Emits {@code Linux}: the constants of the headers. */
final class LinuxEmitter {
  private LinuxEmitter() {}

  static TypeSpec emit(Inputs inputs) {
    TypeSpec.Builder type =
        Specs.holder(Names.LINUX)
            .addJavadoc(
                """
                The constants of Linux that calls on files take and give, under the names of the C
                headers.

                <p>Where the ABIs of Linux disagree on a value, this class chooses by the machine it
                runs on; such a constant is therefore not a compile-time constant of Java. A value
                that is no signed 32-bit number is a {@code long}. A name that IO::AIO knows and
                Linux lacks is 0, as it is there.
                """);
    for (Section section : inputs.list().sections()) {
      section.constants().keySet().forEach(name -> add(type, inputs, section, name));
    }
    return type.build();
  }

  private static void add(TypeSpec.Builder type, Inputs inputs, Section section, String name) {
    Map<Target, Long> found = inputs.lookUp(facts -> facts.constants().get(name));
    boolean complete =
        section
            .only()
            .map(only -> found.keySet().equals(Set.of(only)))
            .orElse(found.size() == Target.values().length);
    // A name that not all headers are new enough for waits in the list until they are; but what
    // IO::AIO knows and no Linux header does is 0 for good.
    if (complete || found.isEmpty() && inputs.list().ioAioNames().contains(name)) {
      AbiValue value = AbiValue.of(found, 0);
      type.addField(Specs.constant(name, value, section.radix(), doc(section, found, value)));
    }
  }

  private static String doc(Section section, Map<Target, Long> found, AbiValue value) {
    if (found.isEmpty()) {
      return section.about() + " in IO::AIO. Linux has no such constant: 0.";
    }
    String doc = section.about() + ".";
    if (section.only().isPresent()) {
      return doc + " Only on " + section.only().get().machine() + ", 0 elsewhere.";
    }
    return value.differs() ? doc + " Differs between ABIs." : doc;
  }
}
