package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The parts of device numbers, and the helpers of {@link Stat}. */
class StatTest {
  private static Stat withMode(int mode) {
    return new Stat(1, 2, mode, 1, 0, 0, 0, 0, 0, 0, 1, 2, -3, 4, 5, 6, 7, 8, true);
  }

  @Test
  void makedev_isInvertedByMajorAndMinor() {
    Random random = new Random(3);
    for (int i = 0; i < 10_000; i++) {
      int major = random.nextInt() >>> random.nextInt(32);
      int minor = random.nextInt() >>> random.nextInt(32);
      long dev = Stat.makedev(major, minor);
      assertEquals(major, Stat.major(dev));
      assertEquals(minor, Stat.minor(dev));
    }
  }

  @Test
  void makedev_hasTheLayoutOfTheC_Library() {
    assertEquals(0x103, Stat.makedev(1, 3));
    assertEquals(0xFFFFF, Stat.makedev(0xFFF, 0xFF));
    assertEquals(0xFFFFFFFFFFFFFFFFL, Stat.makedev(-1, -1));
    assertEquals(0x00100000L, Stat.makedev(0, 0x100));
    assertEquals(0x0000100000000000L, Stat.makedev(0x1000, 0));
  }

  @Test
  void typeAndPermissions_splitTheMode() {
    Stat stat = withMode(Linux.S_IFDIR | 07751);
    assertEquals(Linux.S_IFDIR, stat.type());
    assertEquals(07751, stat.permissions());
    assertEquals(true, stat.isDirectory());
    assertEquals(false, stat.isRegularFile());
    assertEquals(false, stat.isSymbolicLink());
    assertEquals(true, withMode(Linux.S_IFLNK | 0777).isSymbolicLink());
    assertEquals(false, withMode(Linux.S_IFSOCK).isRegularFile());
    assertEquals(false, withMode(Linux.S_IFBLK).isDirectory());
  }

  @Test
  void timesAsOneNumber_areNanoseconds() {
    Stat stat = withMode(0);
    assertEquals(1_000_000_002L, stat.atime());
    assertEquals(-2_999_999_996L, stat.mtime());
    assertEquals(5_000_000_006L, stat.ctime());
    assertEquals(7_000_000_008L, stat.btime());
  }
}
