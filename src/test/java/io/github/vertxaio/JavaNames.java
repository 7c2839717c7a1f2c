package io.github.vertxaio;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what a page calls {@code Type}, {@code Type.FIELD} or {@code Type.method(Parameter, …)},
 * all public and of this package. Parameters are simple names, those of type variables erased.
 */
final class JavaNames {
  private JavaNames() {}

  /** What a name stands for: nothing when there is no such thing. */
  static List<AnnotatedElement> find(String name) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      return type(name).stream().map(t -> (AnnotatedElement) t).toList();
    }
    String member = name.substring(dot + 1);
    Optional<Class<?>> type = type(name.substring(0, dot));
    Stream<AnnotatedElement> found =
        member.endsWith(")")
            ? methods(type).filter(m -> signature(m).equals(member)).map(m -> m)
            : type.stream().flatMap(t -> fields(t)).filter(f -> nameOf(f).equals(member));
    return found.toList();
  }

  /** Whether a member is called so; for text that leaves the parameters out. */
  static boolean isMentioned(String type, String member) {
    return methods(type(type)).anyMatch(method -> method.getName().equals(member))
        || !find(type + "." + member).isEmpty();
  }

  private static Optional<Class<?>> type(String name) {
    try {
      Class<?> type = Class.forName(JavaNames.class.getPackageName() + "." + name);
      return Modifier.isPublic(type.getModifiers()) ? Optional.of(type) : Optional.empty();
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static Stream<Method> methods(Optional<Class<?>> type) {
    return type.stream().flatMap(t -> Arrays.stream(t.getMethods()));
  }

  private static Stream<AnnotatedElement> fields(Class<?> type) {
    return Arrays.stream(type.getFields());
  }

  private static String nameOf(AnnotatedElement member) {
    return ((Member) member).getName();
  }

  private static String signature(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }
}
