package io.github.vertxaio.codegen;

import java.util.List;

/** An ABI that the library supports: the one table to extend for another. */
public enum Target {
  /** Linux on x86-64. */
  X86_64("x86_64", 62, List.of("x86_64", "amd64"), "gcc-x86-64-linux-gnu"),
  /** Linux on 64-bit Arm, little endian. */
  AARCH64("aarch64", 183, List.of("aarch64"), "gcc-aarch64-linux-gnu");

  private final String machine;
  private final int elfMachine;
  private final List<String> osArchs;
  private final String debianPackage;

  Target(String machine, int elfMachine, List<String> osArchs, String debianPackage) {
    this.machine = machine;
    this.elfMachine = elfMachine;
    this.osArchs = osArchs;
    this.debianPackage = debianPackage;
  }

  /**
   * Finds an ABI by the name of its machine.
   *
   * @param machine the name, as {@link #machine()} returns it
   */
  public static Target of(String machine) {
    for (Target target : values()) {
      if (target.machine.equals(machine)) {
        return target;
      }
    }
    throw new CodegenException("no such ABI: " + machine);
  }

  /** Returns the name that {@code uname -m} prints, which fact files and options use too. */
  public String machine() {
    return machine;
  }

  /** Returns the {@code e_machine} of object files for this ABI. */
  public int elfMachine() {
    return elfMachine;
  }

  /** Returns the values of {@code os.arch} with which a JVM says that it runs on this ABI. */
  public List<String> osArchs() {
    return osArchs;
  }

  /** Tells whether this JVM runs on this ABI, so that the machine's own compiler serves it. */
  public boolean isHost() {
    return osArchs.contains(System.getProperty("os.arch"));
  }

  /** Returns the C compiler to try when nobody names one. */
  public String defaultCompiler() {
    return isHost() ? "cc" : machine + "-linux-gnu-gcc";
  }

  /** Returns what to tell somebody who has no such compiler. */
  public String remedy() {
    String packages = isHost() ? "gcc libc6-dev" : debianPackage;
    return "on Debian and Ubuntu: apt-get install " + packages;
  }
}
