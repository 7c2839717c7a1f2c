package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.InMemory;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * rmtree while somebody replaces directories of the tree by links that lead out of it, or moves
 * them away. What is outside stays as it was.
 */
class RmtreeAttackTest {
  private static final int SWAPS = 1000;
  private static final int DIRECTORIES = 8;
  private static final int DEPTH = 25;

  @TempDir(factory = InMemory.class)
  Path dir;

  private Path tree;
  private Path outside;

  @BeforeEach
  void makeOutside() throws IOException {
    tree = dir.resolve("tree");
    outside = Files.createDirectory(dir.resolve("outside"));
    for (int i = 0; i < DIRECTORIES; i++) {
      Files.createDirectories(outside.resolve("sub/sub" + i));
      Files.writeString(outside.resolve("sub/sub" + i + "/file"), "keep");
      Files.writeString(outside.resolve("file" + i), "keep");
    }
  }

  private List<String> outsideNow() throws IOException {
    List<String> all = new ArrayList<>(Commands.lines("find", outside.toString(), "-type", "d"));
    all.addAll(Commands.lines("grep", "-r", "", outside.toString()));
    return all.stream().sorted().toList();
  }

  private void makeTree() throws IOException {
    for (Path parent : List.of(tree, tree.resolve("fixed"))) {
      for (int i = 0; i < DIRECTORIES; i++) {
        Path sub = Files.createDirectories(parent.resolve("d" + i + "/sub/sub1"));
        Files.writeString(sub.resolve("file"), "x");
        Files.writeString(parent.resolve("d" + i + "/file0"), "x");
      }
    }
  }

  /** Something done again and again while trees are removed; its failures are no news. */
  private void removeDuring(Setup setup, TreeMaker maker, Attack attack) throws Exception {
    List<String> before = outsideNow();
    Random random = new Random(1);
    int[] done = {0};
    Runnable attacks =
        () -> {
          while (done[0] < SWAPS) {
            // Whoever makes the tree is no victim: only removing it has to be safe.
            synchronized (done) {
              try {
                attack.once(random);
                done[0]++;
              } catch (IOException e) {
                // It is removed just now.
              }
            }
          }
        };
    Thread attacker = new Thread(attacks);
    attacker.start();
    while (attacker.isAlive()) {
      synchronized (done) {
        setup.await(() -> setup.aio().rmtree(tree.toString()).otherwiseEmpty());
        maker.make();
      }
      setup.await(() -> setup.aio().rmtree(tree.toString()).otherwiseEmpty());
    }
    attacker.join();
    assertEquals(before, outsideNow());
    setup.await(() -> setup.aio().rmtree(tree.toString()).otherwiseEmpty());
    assertFalse(Files.exists(tree));
  }

  private interface TreeMaker {
    void make() throws IOException;
  }

  private interface Attack {
    void once(Random random) throws IOException;
  }

  @EverySetup
  void directorySwappedForALink_outsideIsIntact(Setup setup) throws Exception {
    removeDuring(setup, this::makeTree, this::swap);
  }

  /** A directory becomes a link to outside, and sometimes a directory again. */
  private void swap(Random random) throws IOException {
    Path parent = random.nextBoolean() ? tree : tree.resolve("fixed");
    Path victim = parent.resolve("d" + random.nextInt(DIRECTORIES));
    Path hidden = parent.resolve("hidden" + random.nextInt(4));
    Files.move(victim, hidden, StandardCopyOption.ATOMIC_MOVE);
    Files.createSymbolicLink(victim, outside);
    if (random.nextBoolean()) {
      Files.delete(victim);
      Files.move(hidden, victim, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private Path deep(int level) {
    Path path = tree;
    for (int i = 0; i < level; i++) {
      path = path.resolve("d");
    }
    return path;
  }

  @EverySetup
  void directoryMovedAway_outsideIsIntact(Setup setup) throws Exception {
    removeDuring(
        setup,
        () -> Files.createDirectories(deep(DEPTH)),
        random -> {
          Path victim = deep(1 + random.nextInt(DEPTH));
          Path away = dir.resolve("away");
          Files.move(victim, away, StandardCopyOption.ATOMIC_MOVE);
          try {
            Files.move(away, victim, StandardCopyOption.ATOMIC_MOVE);
          } catch (IOException e) {
            // Where it was is gone, and soon the rest of it.
            setup.aio().rmtree(away.toString()).await();
          }
        });
  }
}
