package io.github.vertxaio.codegen;

import io.github.vertxaio.codegen.FactRecords.Fact;
import io.github.vertxaio.codegen.Facts.Layout;
import io.github.vertxaio.codegen.Facts.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Asks a C compiler what its headers say about the names on the list. */
final class Prober {
  private final NameList list;
  private final Map<String, String> headers = new TreeMap<>();
  private final Map<String, Long> constants = new TreeMap<>();
  private final Map<String, Long> errnos = new TreeMap<>();
  private final Map<String, Long> syscalls = new TreeMap<>();
  private final Map<String, Layout> structs = new TreeMap<>();
  private final Map<String, Long> versions = new TreeMap<>();

  private Prober(NameList list) {
    this.list = list;
  }

  /**
   * Probes one ABI.
   *
   * @param list what to ask for
   * @param target the ABI
   * @param command the C compiler; it need not produce code that runs here
   */
  static Facts probe(NameList list, Target target, String command) {
    Prober prober = new Prober(list);
    try (CCompiler compiler = CCompiler.open(target, command)) {
      for (ProbeSource source : ProbeSource.all(list)) {
        HeaderNames names = HeaderNames.scan(compiler.preprocess(source.includes()));
        FactRecords.decode(compiler.compile(source.source(names))).forEach(prober::take);
      }
    }
    return prober.facts(target);
  }

  /**
   * Asks the C library of this machine for the messages of the errnos. They are data of the
   * library, not of a header, so this is the one program that is run; they are the same for every
   * ABI.
   */
  static Map<String, String> errnoMessages(NameList list, Target host, String command) {
    StringBuilder source =
        new StringBuilder("#include <errno.h>\n#include <stdio.h>\n#include <string.h>\n");
    source.append("int main(void) {\n");
    for (String name : list.canonicalErrnos()) {
      source.append("  printf(\"%s\\t%s\\n\", \"" + name + "\", strerror(" + name + "));\n");
    }
    source.append("  return 0;\n}\n");
    Map<String, String> messages = new LinkedHashMap<>();
    try (CCompiler compiler = CCompiler.open(host, command)) {
      for (String line : compiler.compileAndRun(source.toString()).split("\n")) {
        int tab = line.indexOf('\t');
        messages.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    return messages;
  }

  private void take(Fact fact) {
    String[] label = fact.label().split(":", 3);
    switch (label[0]) {
      case "c" -> constants.put(label[1], fact.value());
      case "e" -> errnos.put(label[1], fact.value());
      case "n" -> syscalls.put(label[1], fact.value());
      case "s" -> structs.put(label[1], new Layout(fact.value(), new LinkedHashMap<>()));
      case "f" -> structs.get(label[1]).fields().put(label[2], new Span(fact.value(), fact.size()));
      default -> versions.put(fact.label(), fact.value());
    }
  }

  private Facts facts(Target target) {
    headers.put("glibc", version(ProbeSource.GLIBC_MAJOR) + "." + version(ProbeSource.GLIBC_MINOR));
    long kernel = version(ProbeSource.KERNEL);
    // The code has one byte for the last number, which long-lived kernels outgrow.
    long sublevel = versions.getOrDefault(ProbeSource.KERNEL_SUBLEVEL, kernel & 0xff);
    headers.put("kernel", (kernel >> 16) + "." + ((kernel >> 8) & 0xff) + "." + sublevel);
    for (String name : list.errnos()) {
      if (!errnos.containsKey(name)) {
        throw new CodegenException("the headers of " + target.machine() + " lack errno " + name);
      }
    }
    return new Facts(target.machine(), headers, constants, errnos, syscalls, structs);
  }

  private long version(String label) {
    Long value = versions.get(label);
    if (value == null) {
      throw new CodegenException(
          "the headers do not tell their version (" + label + "): only glibc is supported");
    }
    return value;
  }
}
