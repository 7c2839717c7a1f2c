package io.github.vertxaio;

/**
 * A part of a file that is in one piece on its device.
 *
 * @param logical where it begins in the file, in bytes
 * @param physical where it begins on the device, in bytes; means nothing when the flags have {@link
 *     Linux#FIEMAP_EXTENT_UNKNOWN}
 * @param length how long it is, in bytes
 * @param flags {@code FIEMAP_EXTENT_*} bits of {@link Linux}: {@link Linux#FIEMAP_EXTENT_LAST} for
 *     the last of the file (in some file systems of the range that was asked for), {@link
 *     Linux#FIEMAP_EXTENT_UNWRITTEN} for space that reads as zeros, {@link
 *     Linux#FIEMAP_EXTENT_SHARED} for what other files share, and more
 */
public record Extent(long logical, long physical, long length, int flags) {}
