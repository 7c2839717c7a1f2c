package io.github.vertxaio;

import java.util.List;

/**
 * What {@link Aio#scandir} found: the names of a directory in two lists.
 *
 * @param dirs the directories, symbolic links to directories not among them
 * @param nondirs everything else
 */
public record ScanResult(List<String> dirs, List<String> nondirs) {}
