package io.github.vertxaio.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The committed facts are what the headers of this machine say. */
class FactsMatchHeadersTest {
  @ParameterizedTest
  @EnumSource(Target.class)
  void factsAreWhatTheHeadersSay(Target target, TestReporter reporter) {
    String command = target.defaultCompiler();
    assumeTrue(CCompiler.isPresent(command), "cannot run " + command + "; " + target.remedy());
    FactsComparison comparison =
        FactsComparison.of(
            Tree.INPUTS.facts().get(target), Prober.probe(Tree.INPUTS.list(), target, command));
    reporter.publishEntry(target.machine(), comparison.report());
    assertTrue(comparison.agrees(), comparison.report());
  }

  @Test
  void errnoListIsComplete(TestReporter reporter) {
    Target host = Tree.host();
    String command = host.defaultCompiler();
    assumeTrue(CCompiler.isPresent(command), "cannot run " + command + "; " + host.remedy());
    Set<String> unlisted = new TreeSet<>();
    try (CCompiler compiler = CCompiler.open(host, command)) {
      compiler
          .preprocess("#include <errno.h>\n")
          .lines()
          .filter(line -> line.matches("#define E[A-Z0-9]+ .*"))
          .forEach(line -> unlisted.add(line.split(" ")[1]));
    }
    unlisted.removeAll(Tree.INPUTS.list().errnos());
    Facts here = Prober.probe(Tree.INPUTS.list(), host, command);
    if (here.headers().equals(Tree.INPUTS.facts().get(host).headers())) {
      assertEquals(Set.of(), unlisted);
    } else {
      reporter.publishEntry("errnos that only these headers know", unlisted.toString());
    }
  }

  @Test
  void messagesAreThoseOfTheCLibrary() {
    Target host = Tree.host();
    String command = host.defaultCompiler();
    assumeTrue(CCompiler.isPresent(command), "cannot run " + command + "; " + host.remedy());
    assertEquals(Prober.errnoMessages(Tree.INPUTS.list(), host, command), Tree.INPUTS.messages());
  }

  @Test
  void aliasesHaveTheNumberOfTheirErrno() {
    for (Facts facts : Tree.INPUTS.facts().values()) {
      Tree.INPUTS
          .list()
          .errnoAliases()
          .forEach(
              (alias, name) ->
                  assertEquals(facts.errnos().get(name), facts.errnos().get(alias), alias));
      long numbers = facts.errnos().values().stream().distinct().count();
      assertEquals(Tree.INPUTS.list().canonicalErrnos().size(), numbers);
    }
  }
}
