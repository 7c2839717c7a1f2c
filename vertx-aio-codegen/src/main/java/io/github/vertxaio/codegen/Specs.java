package io.github.vertxaio.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The shapes that all emitted classes share. */
final class Specs {
  private Specs() {}

  /** Returns a statement that returns the value of a switch over something. */
  static CodeBlock returnSwitch(String selector, CodeBlock cases) {
    return CodeBlock.builder()
        .add("return switch ($L) {\n$>", selector)
        .add(cases)
        .add("$<};\n")
        .build();
  }

  /** Starts a class that only holds constants. */
  static TypeSpec.Builder holder(ClassName name) {
    return TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc("Never called: there are only constants.")
                .build());
  }

  /** Returns a constant with its comment. */
  static FieldSpec constant(String name, AbiValue value, int radix, String doc) {
    return FieldSpec.builder(value.type(), name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("$L", doc)
        .initializer(value.initializer(radix))
        .build();
  }
}
