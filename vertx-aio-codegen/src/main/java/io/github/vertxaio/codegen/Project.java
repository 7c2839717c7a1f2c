package io.github.vertxaio.codegen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where things lie in the source tree.
 *
 * @param root the folder of the repository
 */
public record Project(Path root) {
  private static final String MODULE = "vertx-aio-codegen";
  private static final String RESOURCES =
      MODULE + "/src/main/resources/io/github/vertxaio/codegen/";

  /**
   * Finds the repository around a folder.
   *
   * @param start a folder in it, at any depth
   * @throws CodegenException if there is none
   */
  public static Project around(Path start) {
    Path folder = start.toAbsolutePath().normalize();
    while (folder != null && !Files.isDirectory(folder.resolve(RESOURCES))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new CodegenException(
          start + " is not inside the repository: run from its root, or name it with --root");
    }
    return new Project(folder);
  }

  /** Returns the folder of the committed Java sources. */
  public Path generated() {
    return root.resolve("src/main/generated");
  }

  /** Returns the fact file of an ABI. */
  public Path facts(Target target) {
    return root.resolve(RESOURCES + "facts/linux-" + target.machine() + ".json");
  }

  /** Returns the file of the errno messages, which are the same on every ABI. */
  public Path messages() {
    return root.resolve(RESOURCES + "facts/errno-messages.json");
  }

  /** Reads the list of names. */
  public NameList list() {
    return NameListReader.read(root.resolve(RESOURCES + "list"));
  }

  /** Reads the list and all facts. */
  public Inputs inputs() {
    Map<Target, Facts> facts = new EnumMap<>(Target.class);
    for (Target target : Target.values()) {
      facts.put(target, FactsFile.read(facts(target)));
    }
    return new Inputs(list(), facts, FactsFile.readStrings(messages()));
  }
}
