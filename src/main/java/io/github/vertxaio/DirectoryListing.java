package io.github.vertxaio;

import java.util.List;

/**
 * What {@link Aio#readdirx} found.
 *
 * @param names the names without {@code .} and {@code ..}, in the order that the flags asked for
 * @param entries the same with type and inode, in the same order; empty unless {@link
 *     Linux#READDIR_DENTS} was asked for
 * @param flags the flags of the call, with {@link Linux#READDIR_FOUND_UNKNOWN} added when the type
 *     of any entry is unknown; where it is absent every type is known
 */
public record DirectoryListing(List<String> names, List<DirectoryEntry> entries, int flags) {}
