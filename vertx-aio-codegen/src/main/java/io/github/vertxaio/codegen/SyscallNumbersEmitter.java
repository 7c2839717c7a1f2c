package io.github.vertxaio.codegen;

import com.palantir.javapoet.TypeSpec;
import java.util.Map;

/** Emits {@code SyscallNumbers}: the numbers of the kernel's calls. */
final class SyscallNumbersEmitter {
  /** No call has this number, so the kernel answers ENOSYS, as it would for any other gap. */
  private static final long NO_SUCH_CALL = -1;

  /** From here on the kernel gives a new call the same number on every ABI. */
  private static final long FIRST_COMMON_NUMBER = 424;

  private SyscallNumbersEmitter() {}

  static TypeSpec emit(Inputs inputs) {
    TypeSpec.Builder type =
        Specs.holder(Names.SYSCALLS)
            .addJavadoc(
                """
                The numbers of system calls, for syscall(2).

                <p>A call that one ABI lacks is -1 there, for which the kernel fails with ENOSYS.
                """);
    for (String name : inputs.list().syscalls()) {
      Map<Target, Long> numbers = inputs.lookUp(facts -> facts.syscalls().get(name));
      if (isComplete(numbers)) {
        String doc = "Number of " + name + "(2).";
        if (numbers.size() < Target.values().length) {
          doc += " Only on " + numbers.keySet().iterator().next().machine() + ".";
        }
        type.addField(Specs.constant("SYS_" + name, AbiValue.of(numbers, NO_SUCH_CALL), 10, doc));
      }
    }
    return type.build();
  }

  /** Tells whether an ABI without a number really lacks the call, and not only newer headers. */
  private static boolean isComplete(Map<Target, Long> numbers) {
    return numbers.size() == Target.values().length
        || numbers.values().stream().anyMatch(number -> number < FIRST_COMMON_NUMBER);
  }
}
