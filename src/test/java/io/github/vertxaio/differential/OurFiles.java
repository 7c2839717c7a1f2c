package io.github.vertxaio.differential;

import io.github.vertxaio.AioFile;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The open files of a sequence, by the numbers of their slots, and the requests on them. */
final class OurFiles {
  static final Set<String> VERBS =
      Set.of("close", "seek", "read", "write", "ftruncate", "allocate", "fstat");

  private final Setup setup;
  private final Map<String, AioFile> open = new HashMap<>();

  OurFiles(Setup setup) {
    this.setup = setup;
  }

  /** Puts a file in a slot, closing what was there; when it cannot be opened the slot is empty. */
  String open(String slot, Supplier<Future<AioFile>> request) {
    close(slot);
    open.put(slot, setup.await(request));
    return "0";
  }

  /** Executes the words of a line. */
  String answer(String[] words) {
    AioFile file = open.get(words[1]);
    if (file == null) {
      return "closed";
    }
    return switch (words[0]) {
      case "close" -> close(words[1]);
      case "seek" ->
          String.valueOf(setup.await(() -> file.seek(number(words[2]), number(words[3]))));
      case "read" -> read(file, words[2], number(words[3]));
      case "write" -> write(file, words[2], number(words[3]), number(words[4]));
      case "ftruncate" -> done(() -> file.truncate(number(words[2])));
      case "allocate" ->
          done(() -> file.allocate(number(words[2]), number(words[3]), number(words[4])));
      default -> OurRequests.described(setup.await(file::stat));
    };
  }

  private String read(AioFile file, String offset, int length) {
    return Words.contents(
        setup.await(
            () ->
                offset.equals("-")
                    ? file.read(length)
                    : file.read(Long.parseLong(offset), length)));
  }

  private String write(AioFile file, String offset, int length, int start) {
    var data = Words.data(start, length);
    return String.valueOf(
        setup.await(
            () -> offset.equals("-") ? file.write(data) : file.write(number(offset), data)));
  }

  private String done(Supplier<Future<Void>> request) {
    setup.await(request);
    return "0";
  }

  private String close(String slot) {
    AioFile file = open.remove(slot);
    return file == null ? "closed" : done(file::close);
  }

  void close() {
    while (!open.isEmpty()) {
      close(open.keySet().iterator().next());
    }
  }

  private static int number(String word) {
    return Integer.parseInt(word);
  }
}
