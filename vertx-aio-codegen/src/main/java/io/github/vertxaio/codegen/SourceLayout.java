package io.github.vertxaio.codegen;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays out what JavaPoet prints: fewer lines, none too long. */
final class SourceLayout {
  /** The longest line that the style of the project allows. */
  static final int MAX_LINE = 100;

  private static final Pattern ONE_LINE_DOC =
      Pattern.compile("^( *)/\\*\\*\n *\\* ([^\n]*)\n *\\*/$", Pattern.MULTILINE);
  private static final Pattern ASSIGNMENT =
      Pattern.compile("^( *)([^\n/*]*) = ([^\n]*;)$", Pattern.MULTILINE);

  private SourceLayout() {}

  static String tidy(String source) {
    return breakAssignments(foldDocs(source));
  }

  /** Puts a comment of one line on one line, where it fits. */
  private static String foldDocs(String source) {
    return ONE_LINE_DOC
        .matcher(source)
        .replaceAll(
            match -> {
              String folded = match.group(1) + "/** " + match.group(2) + " */";
              return Matcher.quoteReplacement(folded.length() <= MAX_LINE ? folded : match.group());
            });
  }

  private static String breakAssignments(String source) {
    return ASSIGNMENT
        .matcher(source)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group().length() <= MAX_LINE
                        ? match.group()
                        : match.group(1)
                            + match.group(2)
                            + " =\n"
                            + match.group(1)
                            + "    "
                            + match.group(3)));
  }
}
