package io.github.vertxaio.codegen;

import io.github.vertxaio.codegen.NameList.Field;
import io.github.vertxaio.codegen.NameList.Section;
import io.github.vertxaio.codegen.NameList.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The C source for one set of headers. There are several, because headers of the C library and of
 * the kernel define the same names and do not go together.
 */
final class ProbeSource {
  /** Asks which header set this is; see {@link Prober}. */
  static final String GLIBC_MAJOR = "version:glibc.major";

  static final String GLIBC_MINOR = "version:glibc.minor";
  static final String KERNEL = "version:kernel";
  static final String KERNEL_SUBLEVEL = "version:kernel.sublevel";

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

  private final List<String> headers;
  private final Map<String, String> constants = new LinkedHashMap<>();
  private final List<Struct> structs = new ArrayList<>();

  private ProbeSource(List<String> headers) {
    this.headers = headers;
  }

  /** Returns one source for each set of headers that the list mentions. */
  static List<ProbeSource> all(NameList list) {
    Map<List<String>, ProbeSource> sources = new LinkedHashMap<>();
    for (Section section : list.sections()) {
      ProbeSource source = sources.computeIfAbsent(section.headers(), ProbeSource::new);
      section.constants().forEach((name, value) -> source.constants.put("c:" + name, value));
    }
    for (Struct struct : list.structs()) {
      sources.computeIfAbsent(struct.headers(), ProbeSource::new).structs.add(struct);
    }
    ProbeSource errnos = sources.computeIfAbsent(list.errnoHeaders(), ProbeSource::new);
    list.errnos().forEach(name -> errnos.constants.put("e:" + name, name));
    ProbeSource syscalls = sources.computeIfAbsent(list.syscallHeaders(), ProbeSource::new);
    list.syscalls().forEach(name -> syscalls.constants.put("n:" + name, "__NR_" + name));
    ProbeSource versions =
        sources.computeIfAbsent(List.of("features.h", "linux/version.h"), ProbeSource::new);
    versions.constants.put(GLIBC_MAJOR, "__GLIBC__");
    versions.constants.put(GLIBC_MINOR, "__GLIBC_MINOR__");
    versions.constants.put(KERNEL, "LINUX_VERSION_CODE");
    versions.constants.put(KERNEL_SUBLEVEL, "LINUX_VERSION_SUBLEVEL");
    return List.copyOf(sources.values());
  }

  /** Returns the source that only includes the headers, for {@link HeaderNames}. */
  String includes() {
    StringBuilder source = new StringBuilder("#define _GNU_SOURCE 1\n#include <stddef.h>\n");
    for (String header : headers) {
      // An older header set may lack a whole header: its names are then missing, not an error.
      source.append("#if __has_include(<").append(header).append(">)\n");
      source.append("#include <").append(header).append(">\n#endif\n");
    }
    structs.forEach(struct -> source.append(struct.definition()).append('\n'));
    return source.toString();
  }

  /** Returns the source whose object file holds the facts. */
  String source(HeaderNames names) {
    StringBuilder source = new StringBuilder(includes());
    source.append(FactRecords.DECLARATION);
    source.append("__attribute__((used, section(\"" + FactRecords.SECTION + "\")))\n");
    source.append("static const struct vertxaio_fact vertxaio_facts[] = {\n");
    constants.forEach((label, value) -> constant(source, names, label, value));
    structs.forEach(struct -> struct(source, names, struct));
    return source.append("  {\"\", 0, 0}\n};\n").toString();
  }

  private static void constant(
      StringBuilder source, HeaderNames names, String label, String value) {
    String record = FactRecords.initializer(label, value, "0");
    if (names.inCode(value) || !IDENTIFIER.matcher(value).matches()) {
      source.append(record);
    } else {
      source.append("#ifdef ").append(value).append('\n').append(record).append("#endif\n");
    }
  }

  private static void struct(StringBuilder source, HeaderNames names, Struct struct) {
    if (!names.inCode(struct.type().replace("struct ", ""))) {
      return;
    }
    String type = struct.type();
    source.append(FactRecords.initializer("s:" + struct.name(), "sizeof(" + type + ")", "0"));
    for (Field field : struct.fields()) {
      if (names.known(field.lastIdentifier())) {
        String path = field.path();
        source.append(
            FactRecords.initializer(
                "f:" + struct.name() + ":" + path,
                "offsetof(" + type + ", " + path + ")",
                field.flexible() ? "0" : "sizeof(((" + type + " *) 0)->" + path + ")"));
      }
    }
  }
}
