package io.github.vertxaio.examples.treescan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Set;

/** A small tree with all that is awkward in a name or a type. */
final class TestTree {
  private static final String MAKE =
      """
      mkdir -p tree/empty tree/a/b/c tree/.hidden 'tree/with space' || exit 1
      cd tree
      touch file a/file a/b/c/deep .hidden/file 'with space/x' -- -dash
      mkdir "$(printf 'new\\nline')" "$(printf 'latin\\344')"
      touch "$(printf 'new\\nline/n\\nl')" "$(printf 'latin\\344/\\374\\377')" "$(printf 'utf\\303\\244')"
      touch "$(printf 'tab\\tesc\\033')" "$(printf 'clef\\360\\235\\204\\236')"
      ln -s a link-to-dir && ln -s file link-to-file && ln -s nowhere dangling && ln -s loop loop
      mkfifo fifo
      mkdir "$(printf 'half\\303')" "$(printf 'surrogate\\355\\262\\200')" "$(printf 'long\\300\\200')"
      touch "$(printf 'half\\303/\\244')" "$(printf 'fffd\\357\\277\\275')" back\\slash "quote'd"
      seq -f a/b/many%g 3000 | xargs touch
      """;

  private TestTree() {}

  /** Makes it, under the name {@code tree}. */
  static void make(Path parent) {
    Command made = Command.shell(parent, MAKE);
    assertEquals(0, made.status(), made.err());
    makeSocket(parent.resolve("tree/socket"));
  }

  private static void makeSocket(Path path) {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code find} sees, directories with a slash behind them. */
  static Set<String> find(Path directory, String path, String more) {
    String types = "\\( -type d -printf '%p/\\0' -o -printf '%p\\0' \\)";
    return Command.shell(directory, "find " + path + " " + more + " " + types).names();
  }
}
