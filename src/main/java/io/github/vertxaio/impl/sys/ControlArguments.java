package io.github.vertxaio.impl.sys;

import io.github.vertxaio.Linux;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * Which arguments of fcntl and ioctl are let through. To the kernel a number and an address are the
 * same, so a number that may be an address, and a structure that says that it goes on behind its
 * end, would have it write to memory that belongs to somebody else.
 */
public final class ControlArguments {
  /** No memory of a process is below; what is negative is not the process's either. */
  private static final int LOWEST_ADDRESS = 1 << 16;

  private static final Set<Integer> NUMBER_COMMANDS =
      Set.of(
          Linux.F_SETFD,
          Linux.F_SETFL,
          Linux.F_SETOWN,
          Linux.F_SETSIG,
          Linux.F_SETLEASE,
          Linux.F_NOTIFY,
          Linux.F_SETPIPE_SZ,
          Linux.F_ADD_SEALS);

  private static final Set<Long> NUMBER_REQUESTS =
      Set.of((long) Linux.BLKRASET, (long) Linux.BLKFRASET, (long) Linux.FICLONE);

  private static final int SIZE_SHIFT = 16;
  private static final int SIZE_MASK = 0x3FFF;

  private ControlArguments() {}

  /** Checks the command and the number of an fcntl. */
  public static void checkFcntl(int command, int number) {
    checkOwned(command);
    checkNumber(NUMBER_COMMANDS.contains(command), number);
  }

  /** Checks the command of an fcntl with a structure. */
  public static void checkFcntl(int command) {
    checkOwned(command);
    checkStructure(!NUMBER_COMMANDS.contains(command));
  }

  private static void checkOwned(int command) {
    if (command == Linux.F_DUPFD || command == Linux.F_DUPFD_CLOEXEC) {
      throw new IllegalArgumentException("command: F_DUPFD makes a descriptor without an owner");
    }
  }

  /** Checks the number of an ioctl. */
  public static void checkIoctl(long request, int number) {
    checkNumber(NUMBER_REQUESTS.contains(request), number);
  }

  /** Checks the request of an ioctl with a structure. */
  public static void checkIoctl(long request) {
    checkStructure(!NUMBER_REQUESTS.contains(request));
  }

  private static void checkNumber(boolean takesNumber, int number) {
    if (!takesNumber && number >= LOWEST_ADDRESS) {
      throw new IllegalArgumentException(
          "argument: " + number + " (expected: < 65536, as it may be taken for an address)");
    }
  }

  private static void checkStructure(boolean takesStructure) {
    if (!takesStructure) {
      throw new IllegalArgumentException("argument: a buffer (expected: a number)");
    }
  }

  /** Checks the structure of an ioctl, when it is one that says how many parts follow it. */
  public static void checkIoctl(long request, NativeMemory argument, int length) {
    ByteBuffer bytes = argument.bytes();
    if (request == Linux.FS_IOC_FIEMAP) {
      long extents = Integer.toUnsignedLong(bytes.getInt(Structs.Fiemap.FM_EXTENT_COUNT));
      checkParts(extents, Structs.FiemapExtent.SIZE, length - Structs.Fiemap.SIZE);
    } else if (request == Linux.FIDEDUPERANGE) {
      int targets = Short.toUnsignedInt(bytes.getShort(Structs.FileDedupeRange.DEST_COUNT));
      checkParts(targets, Structs.FileDedupeRangeInfo.SIZE, length - Structs.FileDedupeRange.SIZE);
    }
  }

  private static void checkParts(long parts, int size, int room) {
    if (parts > 0 && parts * size > room) {
      throw new IllegalArgumentException(
          "argument: " + parts + " parts do not fit (expected: " + size + " bytes for each)");
    }
  }

  /** How many bytes a request of ioctl says that its argument has; 0 for old ones. */
  static int encodedSize(long request) {
    return (int) (request >>> SIZE_SHIFT) & SIZE_MASK;
  }
}
