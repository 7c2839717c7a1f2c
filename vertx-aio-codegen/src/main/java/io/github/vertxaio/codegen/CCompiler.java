package io.github.vertxaio.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A C compiler of one ABI, run in a temporary folder. */
final class CCompiler implements AutoCloseable {
  private final Target target;
  private final String command;
  private final Path folder;

  private CCompiler(Target target, String command, Path folder) {
    this.target = target;
    this.command = command;
    this.folder = folder;
  }

  /** Tells whether a compiler of that name can be started. */
  static boolean isPresent(String command) {
    try {
      Process process =
          new ProcessBuilder(command, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static CCompiler open(Target target, String command) {
    if (!isPresent(command)) {
      throw new CodegenException(
          "no C compiler for "
              + target.machine()
              + ": cannot run "
              + command
              + "; "
              + target.remedy());
    }
    try {
      return new CCompiler(target, command, Files.createTempDirectory("vertx-aio-codegen"));
    } catch (IOException e) {
      throw new CodegenException("cannot create a temporary folder: " + e.getMessage(), e);
    }
  }

  /** Returns the text of a source after preprocessing, with its macro definitions kept. */
  String preprocess(String source) {
    write("headers.c", source);
    return run(List.of(command, "-E", "-dD", "headers.c"));
  }

  /** Compiles a source and never runs it. */
  ElfObject compile(String source) {
    write("probe.c", source);
    run(List.of(command, "-c", "-w", "-O0", "-o", "probe.o", "probe.c"));
    try {
      ElfObject object = ElfObject.parse(Files.readAllBytes(folder.resolve("probe.o")));
      if (object.machine() != target.elfMachine()) {
        throw new CodegenException(
            command + " does not compile for " + target.machine() + "; " + target.remedy());
      }
      return object;
    } catch (IOException e) {
      throw new CodegenException("cannot read the object file: " + e.getMessage(), e);
    }
  }

  /** Compiles and runs a source, which only a compiler for this machine can. */
  String compileAndRun(String source) {
    write("program.c", source);
    run(List.of(command, "-w", "-o", "program", "program.c"));
    return run(List.of(folder.resolve("program").toString()));
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new CodegenException("cannot remove " + folder + ": " + e.getMessage(), e);
    }
  }

  private void write(String name, String source) {
    try {
      Files.writeString(folder.resolve(name), source);
    } catch (IOException e) {
      throw new CodegenException("cannot write " + name + ": " + e.getMessage(), e);
    }
  }

  private String run(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    Path errors = folder.resolve("errors.txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(all).directory(folder.toFile()).redirectError(errors.toFile());
      // Messages of the C library must be the untranslated ones on every machine.
      builder.environment().put("LC_ALL", "C");
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new CodegenException(
            String.join(" ", arguments) + " failed:\n" + Files.readString(errors));
      }
      return output;
    } catch (IOException e) {
      throw new CodegenException("cannot run " + arguments.get(0) + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CodegenException("interrupted while " + arguments.get(0) + " ran", e);
    }
  }
}
