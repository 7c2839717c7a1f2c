package io.github.vertxaio.codegen;

import com.palantir.javapoet.ClassName;

/** The classes that are emitted. */
final class Names {
  static final ClassName LINUX = ClassName.get("io.github.vertxaio", "Linux");
  static final ClassName ERRNO = ClassName.get("io.github.vertxaio", "Errno");
  static final ClassName ABI = ClassName.get("io.github.vertxaio.impl.sys", "Abi");
  static final ClassName SYSCALLS = ClassName.get("io.github.vertxaio.impl.sys", "SyscallNumbers");
  static final ClassName STRUCTS = ClassName.get("io.github.vertxaio.impl.sys", "Structs");

  private Names() {}
}
