package io.github.vertxaio.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the benchmarks ran on. */
final class Environment {
  private Environment() {}

  /** Names and versions, in the order in which they are shown. */
  static Map<String, String> describe(Settings settings) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("processors", Runtime.getRuntime().availableProcessors() + ", " + processor());
    facts.put("kernel", System.getProperty("os.version").replaceAll("-.*", ""));
    facts.put("file system", Files.getFileStore(settings.work()).type());
    facts.put("Java", System.getProperty("java.vm.version"));
    facts.put("Vert.x", version("io.vertx.core.Vertx"));
    facts.put("Netty", version("io.netty.buffer.ByteBuf"));
    facts.put("IO::AIO", Programs.version("perl", "-MIO::AIO", "-e", "print $IO::AIO::VERSION"));
    facts.put("fio", Programs.version("fio", "--version"));
    facts.put("Node", Programs.version("node", "--version"));
    facts.put("cc", Programs.version("cc", "-dumpfullversion"));
    facts.put("find", Programs.version("find", "--version"));
    return facts;
  }

  private static String processor() throws IOException {
    return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  /** The version in the file name of the jar that a class comes from. */
  private static String version(String className) {
    try {
      String jar = Class.forName(className).getProtectionDomain().getCodeSource().toString();
      return jar.replaceAll(".*-([0-9][^/]*)\\.jar.*", "$1");
    } catch (ClassNotFoundException e) {
      return "?";
    }
  }
}
