package io.github.vertxaio.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Emits {@code Errno}: the numbers, names and messages of errors. */
final class ErrnoEmitter {
  private ErrnoEmitter() {}

  static TypeSpec emit(Inputs inputs) {
    NameList list = inputs.list();
    TypeSpec.Builder type =
        Specs.holder(Names.ERRNO)
            .addJavadoc(
                "The errors of Linux calls: their numbers, names, and the messages of the C"
                    + " library.\n");
    for (String name : list.errnos()) {
      String canonical = list.canonicalErrno(name);
      String doc = inputs.messages().get(canonical) + ".";
      if (!canonical.equals(name)) {
        doc += " The same as {@link #" + canonical + "}.";
      }
      type.addField(Specs.constant(name, number(inputs, name), 10, doc));
    }
    type.addMethod(name(list.canonicalErrnos()));
    type.addMethod(message(list.canonicalErrnos(), inputs.messages()));
    return type.build();
  }

  private static AbiValue number(Inputs inputs, String name) {
    AbiValue value = AbiValue.of(inputs.lookUp(facts -> facts.errnos().get(name)), 0);
    // The switches below, and those of users, need compile-time constants.
    if (value.differs() || value.x86() <= 0) {
      throw new CodegenException("errno " + name + " is not the same positive number on all ABIs");
    }
    return value;
  }

  private static MethodSpec name(List<String> names) {
    CodeBlock.Builder cases = CodeBlock.builder();
    names.forEach(name -> cases.addStatement("case $L -> $S", name, name));
    cases.addStatement("default -> $S + errno", "errno ");
    return lookUp("name")
        .addJavadoc("Returns the name of an error, such as {@code ENOENT}.\n\n")
        .addJavadoc("@param errno the number of the error\n")
        .addJavadoc("@return its name, or {@code errno 4711} for a number without one\n")
        .addCode(Specs.returnSwitch("errno", cases.build()))
        .build();
  }

  private static MethodSpec message(List<String> names, Map<String, String> messages) {
    CodeBlock.Builder cases = CodeBlock.builder();
    names.forEach(name -> cases.addStatement("case $L -> $S", name, messages.get(name)));
    cases.addStatement("default -> $S + errno", "Unknown error ");
    return lookUp("message")
        .addJavadoc("Returns the message of an error, such as {@code No such file or directory}.\n")
        .addJavadoc("\n@param errno the number of the error\n")
        .addJavadoc("@return its message, or {@code Unknown error 4711} for one without\n")
        .addCode(Specs.returnSwitch("errno", cases.build()))
        .build();
  }

  private static MethodSpec.Builder lookUp(String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(String.class)
        .addParameter(int.class, "errno");
  }
}
