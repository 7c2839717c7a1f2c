package io.github.vertxaio.examples.treescan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shell script that starts the program, with a {@code java} that only says how it is called.
 */
class TreeScanLauncherTest {
  /** The last words say enough; what dumps an archive makes its file. */
  private static final String JAVA =
      """
      #!/bin/sh
      for word; do
        case $word in
          -XX:DumpLoadedClassList=*) : >"${word#*=}"; echo record >>"$CALLS" ;;
          -Xshare:dump) dump=1 ;;
          -XX:SharedArchiveFile=*) archive=${word#*=}; echo "archive ${archive##*/}" ;;
        esac
      done
      [ -z "$dump" ] || { echo full >"$archive"; echo dump >>"$CALLS"; exit "${DUMP_STATUS:-0}"; }
      while [ "$1" != -jar ]; do shift; done
      shift
      printf '[%s]' "$@"
      """;

  private static final String MAKE =
      """
      mkdir -p 'a b/examples/target/lib' 'j dk/bin' elsewhere
      cp "$1" 'a b/examples/treescan'
      cat >'j dk/bin/java' && chmod +x 'j dk/bin/java'
      echo 'JAVA_RUNTIME_VERSION="99+1"' >'j dk/release'
      printf '#!/bin/sh\\necho "[build] $PWD"; : >examples/target/vertx-aio-examples.jar' >'a b/mvnw'
      chmod +x 'a b/mvnw'
      : >'a b/examples/target/vertx-aio-examples.jar'
      """;

  @TempDir Path temp;

  @BeforeEach
  void makeProject() throws Exception {
    Path launcher = Path.of(System.getProperty("vertxaio.test.root"), "examples", "treescan");
    Files.writeString(temp.resolve("java"), JAVA);
    Command made =
        Command.shell(temp, "{ " + MAKE + "} <java", launcher.toAbsolutePath().toString());
    assertEquals(0, made.status(), made.err());
  }

  private Command run(String command) {
    return Command.shell(
        temp, "export CALLS=\"$PWD/calls\" JAVA_HOME=\"$PWD/j dk\"; touch calls; " + command);
  }

  private String called(String arguments) {
    return "archive treescan-99+1.jsa\n["
        + temp
        + "/a b/examples/target/vertx-aio-examples.jar]"
        + arguments;
  }

  @Test
  void passesArgumentsOnAsTheyAre() {
    Command done = run("\"$PWD/a b/examples/treescan\" -q 'x  y' '' '*' \"$(printf '\\344')\"");
    assertEquals(called("[-q][x  y][][*][\u00E4]"), done.out());
    assertEquals(0, done.status());
    assertEquals("", done.err());
  }

  @Test
  void findsItsPlaceThroughLinksAndFromAnywhere() {
    String links = "ln -s '../a b/examples/treescan' elsewhere/one; ln -s one elsewhere/two; ";
    assertEquals(called("[.]"), run(links + "cd elsewhere && ./two .").out());
    assertEquals(called("[.]"), run("PATH=\"$PWD/elsewhere:$PATH\"; cd /; two .").out());
    assertEquals(called("[.]"), run("cd 'a b/examples' && sh treescan .").out());
    assertEquals(called("[.]"), run("CDPATH=$PWD 'a b/examples/treescan' .").out());
  }

  @Test
  void recordsAnArchiveOnceAndAgainForANewJar() {
    String scan = "'a b/examples/treescan' . >/dev/null; ";
    assertEquals("record\ndump\n", run(scan + scan + "cat calls").out());
    String newer = "touch -d '1 minute' 'a b/examples/target/vertx-aio-examples.jar'; : >calls; ";
    assertEquals("record\ndump\n", run(newer + scan + "cat calls").out());
    assertEquals("treescan-99+1.jsa\n", run("ls 'a b/examples/target' | grep jsa").out());
  }

  @Test
  void doesWithoutAnArchiveThatCannotBeMade() {
    String scan = "DUMP_STATUS=1 'a b/examples/treescan' .; ";
    String called = "[" + temp + "/a b/examples/target/vertx-aio-examples.jar][.]";
    assertEquals(called + called + "record\ndump\n", run(scan + scan + "cat calls").out());
  }

  @Test
  void buildsWhatIsMissing() {
    String scan = "rm 'a b/examples/target/'*.jar; CDPATH=$PWD/elsewhere 'a b/examples/treescan' .";
    Command done = run("mkdir -p 'elsewhere/a b/examples'; " + scan);
    assertTrue(done.err().endsWith("[build] " + temp + "/a b\n"), done.err());
    assertFalse(done.out().contains("build"), done.out());
    assertTrue(done.out().endsWith("vertx-aio-examples.jar][.]"), done.out());
  }

  @Test
  void saysWhatIsMissing() {
    Command noJdk = run("JAVA_HOME=/nowhere 'a b/examples/treescan'");
    assertEquals("treescan: JAVA_HOME has no bin/java: /nowhere\n", noJdk.err());
    assertEquals(70, noJdk.status());
    Command noBuild = run("rm 'a b/examples/target/'*.jar 'a b/mvnw'; 'a b/examples/treescan'");
    assertTrue(noBuild.err().endsWith("treescan: the build failed\n"), noBuild.err());
    assertEquals(70, noBuild.status());
  }
}
