package io.github.vertxaio.impl.sys;

/**
 * What tells a directory from all others, whatever names lead to it: the birth time tells it from a
 * later one with the same number.
 *
 * @param device the file system
 * @param inode its number there
 * @param bornSeconds when it was made, 0 where that is not known
 * @param bornNanos the nanoseconds of that
 * @param mount the mount through which it was reached, 0 before Linux 5.8
 */
public record DirectoryIdentity(
    long device, long inode, long bornSeconds, int bornNanos, long mount) {

  /** That of the last statx of this scratch memory. */
  public static DirectoryIdentity read(Scratch scratch) {
    return new DirectoryIdentity(
        StatReader.device(scratch),
        StatReader.inode(scratch),
        StatReader.birthSeconds(scratch),
        StatReader.birthNanos(scratch),
        StatReader.mount(scratch));
  }

  /** Whether another one is on the same mount; where mounts have no number, on the same device. */
  public boolean isOnMountOf(DirectoryIdentity other) {
    return mount == other.mount && (mount != 0 || device == other.device);
  }
}
