package io.github.vertxaio;

/**
 * What a file system says of itself. All numbers are unsigned 64-bit numbers of the C library;
 * those that a file system does not know are 0.
 *
 * @param bsize the preferred size of a transfer, in bytes
 * @param frsize the size of a block, in bytes: the unit of the three numbers of blocks
 * @param blocks the size of the file system, in blocks of {@code frsize}
 * @param bfree free blocks
 * @param bavail free blocks for users without privileges
 * @param files inodes
 * @param ffree free inodes
 * @param favail free inodes for users without privileges
 * @param fsid the file system's identity
 * @param flag how it is mounted: {@code ST_*} bits of {@link Linux}, like {@link Linux#ST_RDONLY}
 * @param namemax the longest name, in bytes
 */
public record StatVfs(
    long bsize,
    long frsize,
    long blocks,
    long bfree,
    long bavail,
    long files,
    long ffree,
    long favail,
    long fsid,
    long flag,
    long namemax) {}
