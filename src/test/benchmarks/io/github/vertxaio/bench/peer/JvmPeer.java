package io.github.vertxaio.bench.peer;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A JVM of its own for one peer and one kind of work, so that what the compiler learns from one
 * does not slow down another. Says {@code ready}, or {@code skip} and why; then answers each
 * command {@code <work> <depth> <millis>} with {@code <operations> <nanoseconds> <allocated bytes>
 * <nanoseconds of the loop thread>}.
 */
public final class JvmPeer {
  private JvmPeer() {}

  /**
   * Runs it.
   *
   * @param args the directory of the test data, the peer, and its choices
   */
  public static void main(String[] args) {
    try {
      serve(args);
      System.exit(0);
    } catch (Throwable e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void serve(String[] args) throws Exception {
    Peer peer;
    try {
      String[] choices = Arrays.copyOfRange(args, 2, args.length);
      peer = create(args[1], new TestData(Path.of(args[0])), choices);
    } catch (UnsupportedOperationException | LinkageError e) {
      System.out.println("skip " + e.getMessage());
      return;
    }
    PrintStream out = System.out;
    out.println("ready");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      out.println(run(peer, words[0], Integer.parseInt(words[1]), Long.parseLong(words[2])));
    }
  }

  private static Peer create(String name, TestData data, String[] choices) throws Exception {
    return switch (name) {
      case "vertx-aio" -> new VertxAioPeer(data, choices);
      case "vertx" -> new VertxPeer(data);
      case "jdk" -> new JdkPeer(data);
      case "jasyncfio" -> new JasyncfioPeer(data);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String run(Peer peer, String work, int depth, long millis) throws Exception {
    Flight flight = new Flight(peer.slots(work), depth);
    ThreadUsage before = ThreadUsage.now(peer.loopThread());
    long[] flown = flight.fly(peer.starter(), millis);
    ThreadUsage used = ThreadUsage.now(peer.loopThread()).since(before);
    return flown[0] + " " + flown[1] + " " + used.allocatedBytes() + " " + used.loopNanos();
  }
}
