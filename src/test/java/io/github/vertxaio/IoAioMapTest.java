package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vertxaio.testing.Commands;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page that maps IO::AIO to Java leaves nothing out and names only what exists. */
class IoAioMapTest {

  /**
   * Their methods, and those of the interfaces of this package that they extend, are on the page.
   */
  private static final List<Class<?>> MAPPED =
      List.of(
          Aio.class,
          AioFile.class,
          AioGroup.class,
          AioLimits.class,
          AioRequest.class,
          FdLimit.class,
          MappedRegion.class,
          WorkingDirectory.class);

  /**
   * Prints what can be called: what the module exports, and the subs of its name spaces, but for
   * constants, what Perl itself calls (bootstrap, DESTROY) and names that begin with {@code _}.
   */
  private static final String FUNCTIONS =
      """
      no strict 'refs';
      my $constant = sub {
        my $code = *{"IO::AIO::$_[0]"}{CODE};
        $code && B::svref_2object($code)->CvFLAGS & B::CVf_CONST;
      };
      my @names = (@IO::AIO::EXPORT, @IO::AIO::EXPORT_OK);
      for my $class ('', 'REQ::', 'GRP::', 'WD::') {
        push @names, map "$class$_", grep defined &{"IO::AIO::$class$_"}, keys %{"IO::AIO::$class"};
      }
      print "$_\\n" for grep !/^_|^bootstrap$|::DESTROY$/ && !$constant->($_), @names;
      """;

  private static final Pattern MEMBER = Pattern.compile("([A-Z]\\w+)\\.(\\w+)(\\(\\))?");

  private List<IoAioMap.Row> rows;

  @BeforeEach
  void read() throws IOException {
    rows = IoAioMap.read().rows();
  }

  @Test
  void noCellIsEmpty() {
    assertTrue(rows.size() > 150, rows.size() + " rows");
    assertEquals(List.of(), rows.stream().filter(row -> !row.isComplete()).toList());
  }

  @Test
  void everyRowHasJavaNamesOrTellsWhyNot() {
    assertEquals(List.of(), rows.stream().filter(row -> !row.hasJavaNamesOrTellsWhyNot()).toList());
  }

  @Test
  void everyJavaNameExists() {
    Stream<String> names = rows.stream().flatMap(IoAioMap.Row::javaNames);
    assertEquals(List.of(), names.filter(name -> JavaNames.find(name).isEmpty()).toList());
  }

  @Test
  void everyMemberInANoteExists() {
    List<String> unknown =
        rows.stream()
            .flatMap(IoAioMap.Row::codeInNote)
            .flatMap(code -> MEMBER.matcher(code).results())
            .filter(member -> !JavaNames.isMentioned(member.group(1), member.group(2)))
            .map(member -> member.group())
            .toList();
    assertEquals(List.of(), unknown);
  }

  @Test
  void everyRequestHasARow() {
    Set<AnnotatedElement> there =
        rows.stream()
            .flatMap(IoAioMap.Row::javaNames)
            .flatMap(name -> JavaNames.find(name).stream())
            .collect(Collectors.toSet());
    Stream<Method> settings =
        Arrays.stream(AioOptions.class.getMethods()).filter(m -> m.getName().startsWith("set"));
    Stream<Method> requests =
        MAPPED.stream()
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .filter(method -> method.getDeclaringClass().getPackage() == Aio.class.getPackage())
            .filter(method -> !method.isBridge());
    List<String> missing =
        Stream.concat(requests, settings)
            .filter(method -> !there.contains(method))
            .map(Method::toString)
            .distinct()
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void everyFunctionOfTheModuleHasARow() {
    assumeTrue(
        Commands.exists("perl")
            && Commands.outcome(
                        List.of("perl", "-MIO::AIO", "-e", "exit($IO::AIO::VERSION > 4.80)"))
                    .status()
                == 0,
        "no IO::AIO up to 4.80 for Perl; on Debian: apt-get install libio-aio-perl");
    Set<String> there = rows.stream().flatMap(IoAioMap.Row::perlNames).collect(Collectors.toSet());
    List<String> theirs = Commands.lines("perl", "-MIO::AIO", "-MB", "-e", FUNCTIONS);
    assertTrue(theirs.containsAll(List.of("aio_open", "mmap", "GRP::add")), theirs.toString());
    List<String> missing =
        theirs.stream().filter(name -> !there.contains(name)).distinct().sorted().toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    for (String name :
        List.of(
            "Nothing",
            "IoAioMapTest",
            "Aio.nothing()",
            "Aio.open(String)",
            "Aio.open",
            "Linux.NOTHING")) {
      assertEquals(List.of(), JavaNames.find(name), name);
    }
  }
}
