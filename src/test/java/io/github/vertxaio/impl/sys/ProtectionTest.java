package io.github.vertxaio.impl.sys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What pages allow is what an array with an entry for each page says. */
class ProtectionTest {
  private static final int PAGES = 40;

  @Test
  void randomChanges_areThoseOfAnArray() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      int length = PAGES;
      int[] pages = new int[3 * PAGES];
      Arrays.fill(pages, 3);
      Protection protection = Protection.of(length, 3);
      for (int step = 0; step < 30; step++) {
        if (random.nextInt(8) == 0) {
          int newLength = 1 + random.nextInt(2 * PAGES);
          for (int i = length; i < newLength; i++) {
            pages[i] = pages[length - 1];
          }
          length = newLength;
          protection = protection.resized(length);
        } else {
          int from = random.nextInt(length + 1);
          int to = from + random.nextInt(length + 1 - from);
          int rights = random.nextInt(4);
          Arrays.fill(pages, from, to, rights);
          protection = protection.with(from, to, old -> rights);
        }
        check(protection, pages, length, random);
      }
    }
  }

  private static void check(Protection protection, int[] pages, int length, Random random) {
    for (int i = 0; i < 50; i++) {
      int from = random.nextInt(length);
      int to = from + 1 + random.nextInt(length - from);
      int wanted = 1 + random.nextInt(3);
      boolean expected =
          Arrays.stream(pages, from, to).allMatch(rights -> (rights & wanted) == wanted);
      assertEquals(expected, protection.allows(from, to, wanted), from + "-" + to);
    }
    assertEquals(false, protection.allows(0, length + 1, 0));
  }
}
