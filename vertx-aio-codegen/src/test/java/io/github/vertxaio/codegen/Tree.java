package io.github.vertxaio.codegen;

import java.nio.file.Path;

/** What is committed, for tests. */
final class Tree {
  static final Project PROJECT = Project.around(Path.of(""));
  static final Inputs INPUTS = PROJECT.inputs();

  private Tree() {}

  /** Returns the ABI of this machine. */
  static Target host() {
    for (Target target : Target.values()) {
      if (target.isHost()) {
        return target;
      }
    }
    throw new IllegalStateException("these tests run on a supported ABI only");
  }
}
