package io.github.vertxaio.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Emits {@code Abi}: which of the supported ABIs this JVM runs on. */
final class AbiEmitter {
  private AbiEmitter() {}

  static TypeSpec emit() {
    TypeSpec.Builder type =
        TypeSpec.enumBuilder(Names.ABI)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("The ABIs of Linux that are supported, and the one this JVM runs on.\n");
    for (Target target : Target.values()) {
      type.addEnumConstant(
          target.name(),
          TypeSpec.anonymousClassBuilder("")
              .addJavadoc("Linux on $L.\n", target.machine())
              .build());
    }
    return type.addField(
            FieldSpec.builder(Names.ABI, "CURRENT")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Null if this ABI is not supported.")
                .initializer("find($L)", properties())
                .build())
        .addMethod(current())
        .addMethod(of())
        .addMethod(pick(TypeName.INT))
        .addMethod(pick(TypeName.LONG))
        .addMethod(find())
        .build();
  }

  private static CodeBlock properties() {
    return CodeBlock.of("System.getProperty($S), System.getProperty($S)", "os.name", "os.arch");
  }

  private static MethodSpec current() {
    return MethodSpec.methodBuilder("current")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(Names.ABI)
        .addJavadoc("Returns the ABI of this JVM.\n\n")
        .addJavadoc("@return the ABI\n")
        .addJavadoc("@throws UnsupportedOperationException if it is not supported\n")
        .addComment("Not thrown while this class is initialised: the second caller would then only")
        .addComment("see a NoClassDefFoundError.")
        .beginControlFlow("if (CURRENT != null)")
        .addStatement("return CURRENT")
        .endControlFlow()
        .addStatement("return of($L)", properties())
        .build();
  }

  private static MethodSpec of() {
    String supported =
        Stream.of(Target.values()).map(Target::machine).collect(Collectors.joining(" and "));
    return MethodSpec.methodBuilder("of")
        .addModifiers(Modifier.STATIC)
        .returns(Names.ABI)
        .addJavadoc("Returns the ABI of a JVM that reports these properties.\n\n")
        .addJavadoc("@param osName its {@code os.name}\n")
        .addJavadoc("@param osArch its {@code os.arch}\n")
        .addJavadoc("@return the ABI\n")
        .addJavadoc("@throws UnsupportedOperationException if it is not supported\n")
        .addParameter(String.class, "osName")
        .addParameter(String.class, "osArch")
        .addStatement("Abi abi = find(osName, osArch)")
        .beginControlFlow("if (abi == null)")
        .addStatement(
            "throw new UnsupportedOperationException(\n$S\n$>$>+ $S + osName + $S + osArch)$<$<",
            "vertx-aio supports Linux on " + supported + ";",
            " this JVM reports os.name=",
            ", os.arch=")
        .endControlFlow()
        .addStatement("return abi")
        .build();
  }

  private static MethodSpec pick(TypeName type) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("pick")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(type)
            .addJavadoc("Chooses between the values that a constant has on each ABI.\n\n");
    CodeBlock.Builder cases = CodeBlock.builder();
    for (Target target : Target.values()) {
      String parameter = target == Target.X86_64 ? "x86" : "arm";
      method
          .addParameter(ParameterSpec.builder(type, parameter).build())
          .addJavadoc("@param $L its value on $L\n", parameter, target.machine());
      cases.addStatement("case $L -> $L", target.name(), parameter);
    }
    return method
        .addJavadoc("@return its value here\n")
        .addJavadoc("@throws UnsupportedOperationException if this ABI is not supported\n")
        .addCode(Specs.returnSwitch("current()", cases.build()))
        .build();
  }

  private static MethodSpec find() {
    CodeBlock.Builder cases = CodeBlock.builder();
    for (Target target : Target.values()) {
      String names =
          target.osArchs().stream().map(s -> "\"" + s + "\"").collect(Collectors.joining(", "));
      cases.addStatement("case $L -> $L", names, target.name());
    }
    cases.addStatement("default -> null");
    return MethodSpec.methodBuilder("find")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(Names.ABI)
        .addJavadoc("Returns null for what {@link #of} rejects.\n\n")
        .addJavadoc("@param osName the {@code os.name} of a JVM\n")
        .addJavadoc("@param osArch the {@code os.arch} of a JVM\n")
        .addJavadoc("@return the ABI or null\n")
        .addParameter(String.class, "osName")
        .addParameter(String.class, "osArch")
        .beginControlFlow("if (!$S.equals(osName))", "Linux")
        .addStatement("return null")
        .endControlFlow()
        .addCode(Specs.returnSwitch("osArch", cases.build()))
        .build();
  }
}
