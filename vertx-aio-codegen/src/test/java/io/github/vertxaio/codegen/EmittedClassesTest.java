package io.github.vertxaio.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The emitted classes compile without a warning and have, on each ABI, the values of its facts. */
class EmittedClassesTest {
  @TempDir static Path folder;
  private static Path classes;

  @BeforeAll
  static void compile() throws Exception {
    Path sources = folder.resolve("sources");
    classes = Files.createDirectories(folder.resolve("classes"));
    Map<String, String> files = Emitter.emit(Tree.INPUTS);
    GeneratedSources.write(sources, files);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<Path> paths = files.keySet().stream().map(sources::resolve).toList();
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  List.of(
                      "--release",
                      "17",
                      "-Xlint:all",
                      "-Xdoclint:all",
                      "-Werror",
                      "-proc:none",
                      "-d",
                      classes.toString()),
                  null,
                  manager.getJavaFileObjectsFromPaths(paths))
              .call();
      assertTrue(compiled, messages.toString());
    }
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void constantsHaveTheValuesOfTheAbi(Target target) throws Exception {
    Facts facts = Tree.INPUTS.facts().get(target);
    try (URLClassLoader loader = loader(target)) {
      Class<?> linux = loader.loadClass(Names.LINUX.reflectionName());
      Set<String> emitted = new HashSet<>();
      for (var field : linux.getFields()) {
        emitted.add(field.getName());
        assertEquals(
            facts.constants().getOrDefault(field.getName(), 0L),
            ((Number) field.get(null)).longValue(),
            field.getName());
      }
      Set<String> known = new HashSet<>(facts.constants().keySet());
      Tree.INPUTS.facts().values().forEach(all -> known.retainAll(all.constants().keySet()));
      known.removeAll(emitted);
      assertEquals(Set.of(), known, "known on every ABI, but not emitted");
      Set<String> ioAio = new HashSet<>(Tree.INPUTS.list().ioAioNames());
      ioAio.removeAll(emitted);
      ioAio.removeAll(facts.errnos().keySet());
      assertEquals(Set.of(), ioAio, "constants of IO::AIO that are not emitted");
    }
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void syscallNumbersAndOffsetsHaveTheValuesOfTheAbi(Target target) throws Exception {
    Facts facts = Tree.INPUTS.facts().get(target);
    try (URLClassLoader loader = loader(target)) {
      Class<?> syscalls = loader.loadClass(Names.SYSCALLS.reflectionName());
      for (var field : syscalls.getFields()) {
        assertEquals(
            facts.syscalls().getOrDefault(field.getName().substring("SYS_".length()), -1L),
            ((Number) field.get(null)).longValue(),
            field.getName());
      }
      Class<?> stat = loader.loadClass(Names.STRUCTS.nestedClass("Stat").reflectionName());
      Facts.Layout layout = facts.structs().get("stat");
      assertEquals(layout.size(), stat.getField("SIZE").getInt(null));
      assertEquals(
          layout.fields().get("st_mtim.tv_nsec").offset(),
          stat.getField("ST_MTIM_TV_NSEC").getInt(null));
    }
  }

  @Test
  void errnoNamesAndMessages() throws Exception {
    try (URLClassLoader loader = loader(Tree.host())) {
      Class<?> errno = loader.loadClass(Names.ERRNO.reflectionName());
      Method name = errno.getMethod("name", int.class);
      Method message = errno.getMethod("message", int.class);
      assertEquals("ENOENT", name.invoke(null, 2));
      assertEquals("No such file or directory", message.invoke(null, 2));
      assertEquals("EAGAIN", name.invoke(null, errno.getField("EWOULDBLOCK").getInt(null)));
      assertEquals("EOPNOTSUPP", name.invoke(null, errno.getField("ENOTSUP").getInt(null)));
      assertEquals("errno 4711", name.invoke(null, 4711));
      assertEquals("Unknown error 4711", message.invoke(null, 4711));
    }
  }

  @Test
  void unsupportedMachinesAreToldSo() throws Exception {
    try (URLClassLoader loader = loader(Tree.host())) {
      Class<?> abi = loader.loadClass(Names.ABI.reflectionName());
      Method of = abi.getDeclaredMethod("of", String.class, String.class);
      of.setAccessible(true);
      assertEquals("X86_64", of.invoke(null, "Linux", "amd64").toString());
      assertEquals("AARCH64", of.invoke(null, "Linux", "aarch64").toString());
      InvocationTargetException thrown =
          assertThrows(
              InvocationTargetException.class, () -> of.invoke(null, "Mac OS X", "aarch64"));
      assertInstanceOf(UnsupportedOperationException.class, thrown.getCause());
      assertEquals(
          "vertx-aio supports Linux on x86_64 and aarch64; this JVM reports os.name=Mac OS X,"
              + " os.arch=aarch64",
          thrown.getCause().getMessage());
    }
  }

  /** Returns a loader whose classes believe to run on an ABI. */
  private static URLClassLoader loader(Target target) throws Exception {
    URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
    String before = System.setProperty("os.arch", target.osArchs().get(0));
    try {
      Class.forName(Names.ABI.reflectionName(), true, loader);
    } finally {
      System.setProperty("os.arch", before);
    }
    return loader;
  }
}
