package io.github.vertxaio.codegen;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifiers that occur in preprocessed headers.
 *
 * <p>C can ask for a macro with {@code #ifdef}, but has no such question for an enumerator or a
 * field. If the preprocessed text never mentions the identifier, no header declares it.
 */
final class HeaderNames {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

  private final Set<String> inCode = new HashSet<>();
  private final Set<String> macros = new HashSet<>();

  private HeaderNames() {}

  /**
   * Scans what {@code cc -E -dD} printed.
   *
   * @param preprocessed the text: declarations, and {@code #define} lines between them
   */
  static HeaderNames scan(String preprocessed) {
    HeaderNames names = new HeaderNames();
    for (String line : preprocessed.split("\n")) {
      Matcher matcher = IDENTIFIER.matcher(line);
      if (line.startsWith("#define ")) {
        if (matcher.find("#define ".length())) {
          names.macros.add(matcher.group());
        }
      } else if (!line.startsWith("#")) {
        while (matcher.find()) {
          names.inCode.add(matcher.group());
        }
      }
    }
    return names;
  }

  /** Tells whether a declaration mentions the name: it may be an enumerator. */
  boolean inCode(String name) {
    return inCode.contains(name);
  }

  /** Tells whether the name is a macro or in a declaration. */
  boolean known(String name) {
    return inCode.contains(name) || macros.contains(name);
  }
}
