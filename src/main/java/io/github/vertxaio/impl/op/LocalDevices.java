package io.github.vertxaio.impl.op;

import io.github.vertxaio.Stat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which devices hold local file systems, whose attributes in memory are the truth. The attributes
 * of a network file system may be stale there, and asking for better ones waits for a server.
 *
 * <p>The table of mounts is read away from the event loops, and believed for a second: a device
 * number may stand for another file system after the next mount.
 */
public final class LocalDevices {
  private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
  private static final long BELIEVED_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final Set<String> LOCAL_TYPES =
      Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "tmpfs", "ramfs", "overlay", "zfs");

  private record Snapshot(Set<Long> devices, long readAt) {}

  private final Executor reader;
  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile Snapshot snapshot = new Snapshot(Set.of(), System.nanoTime() - BELIEVED_NANOS);

  /**
   * Knows nothing yet.
   *
   * @param reader runs the reading of the table, on a thread that may wait
   */
  public LocalDevices(Executor reader) {
    this.reader = reader;
  }

  /** Whether {@link #contains} knows anything now; when not, it is on its way to. */
  boolean known() {
    if (System.nanoTime() - snapshot.readAt >= BELIEVED_NANOS) {
      refresh();
      return false;
    }
    return !snapshot.devices.isEmpty();
  }

  /** Whether a device holds a local file system. */
  boolean contains(long device) {
    return snapshot.devices.contains(device);
  }

  private void refresh() {
    if (reading.compareAndSet(false, true)) {
      reader.execute(
          () -> {
            try {
              snapshot = new Snapshot(read(), System.nanoTime());
            } finally {
              reading.set(false);
            }
          });
    }
  }

  private static Set<Long> read() {
    // Paths may be in any encoding; what is looked for is in ASCII.
    try (Stream<String> lines = Files.lines(MOUNTS, StandardCharsets.ISO_8859_1)) {
      return lines
          .map(line -> line.split(" "))
          .filter(LocalDevices::isLocal)
          .map(fields -> device(fields[2]))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException | UncheckedIOException e) {
      // Without /proc nothing counts as local and every stat goes to a worker or the ring.
      return Set.of();
    }
  }

  /** The type of the file system stands behind a lone dash; see man 5 proc. */
  private static boolean isLocal(String[] fields) {
    for (int i = 6; i < fields.length - 1; i++) {
      if (fields[i].equals("-")) {
        return LOCAL_TYPES.contains(fields[i + 1]);
      }
    }
    return false;
  }

  private static long device(String majorAndMinor) {
    String[] parts = majorAndMinor.split(":");
    return Stat.makedev(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }
}
