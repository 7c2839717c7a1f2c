package io.github.vertxaio.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list, its facts, and how both are kept in files. */
class ListTest {
  @Test
  void aNameListedTwiceIsRefused(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("errno.json"), "{\"errnos\": [\"EIO EPERM\", \"EIO\"]}");
    for (String other : List.of("syscalls.json", "constants.json", "structs.json", "ioaio.json")) {
      Files.writeString(folder.resolve(other), "{}");
    }
    CodegenException refused =
        assertThrows(CodegenException.class, () -> NameListReader.read(folder));
    assertTrue(refused.getMessage().contains("EIO twice"), refused.getMessage());
  }

  @Test
  void everyNameOfIoAioIsOnTheList() {
    NameList list = Tree.INPUTS.list();
    for (String name : list.ioAioNames()) {
      assertTrue(list.allConstants().containsKey(name) || list.errnos().contains(name), name);
    }
  }

  @Test
  void factsSurviveTheirFile(@TempDir Path folder) {
    Facts facts = Tree.INPUTS.facts().get(Target.AARCH64);
    Path file = folder.resolve("facts.json");
    FactsFile.write(file, facts);
    assertEquals(facts, FactsFile.read(file));
  }

  @Test
  void factsAreComparedNameByName() {
    Facts facts = Tree.INPUTS.facts().get(Target.X86_64);
    Map<String, Long> constants = new TreeMap<>(facts.constants());
    constants.put("O_DIRECT", 1L);
    constants.remove("O_PATH");
    constants.put("O_NEW", 2L);
    FactsComparison same = FactsComparison.of(facts, with(facts, facts.headers(), constants));
    assertFalse(same.agrees());
    assertEquals(
        List.of("O_DIRECT: recorded " + facts.constants().get("O_DIRECT") + ", headers say 1"),
        same.differing());

    constants.put("O_DIRECT", facts.constants().get("O_DIRECT"));
    assertFalse(FactsComparison.of(facts, with(facts, facts.headers(), constants)).agrees());
    Map<String, String> newer = Map.of("glibc", "9.9", "kernel", "9.9.9");
    assertTrue(FactsComparison.of(facts, with(facts, newer, constants)).agrees());
  }

  @Test
  void valuesAreWrittenAsPeopleWriteThem() {
    assertEquals("64", new AbiValue(64, 64).initializer(10).toString());
    assertEquals("0100", new AbiValue(64, 64).initializer(8).toString());
    assertEquals("0x40", new AbiValue(64, 64).initializer(16).toString());
    assertEquals("-100", new AbiValue(-100, -100).initializer(16).toString());
    assertEquals("0x80000000L", new AbiValue(1L << 31, 1L << 31).initializer(16).toString());
    assertEquals(long.class, new AbiValue(0, 1L << 31).type());
    assertEquals(int.class, new AbiValue(Integer.MIN_VALUE, 0).type());
    assertTrue(new AbiValue(1, 2).initializer(10).toString().endsWith("Abi.pick(1, 2)"));
  }

  private static Facts with(Facts facts, Map<String, String> headers, Map<String, Long> constants) {
    return new Facts(
        facts.abi(), headers, constants, facts.errnos(), facts.syscalls(), facts.structs());
  }
}
