package io.github.vertxaio.impl.op;

import io.github.vertxaio.DirectoryEntry;
import io.github.vertxaio.DirectoryListing;
import io.github.vertxaio.Linux;
import io.github.vertxaio.ScanResult;
import io.github.vertxaio.impl.sys.DirectoryCalls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The entries of a directory as they are read, and the shapes in which users get them. */
public final class DirectoryContents implements DirectoryCalls.Visitor {
  private final int flags;
  private final List<DirectoryEntry> entries = new ArrayList<>();
  private boolean unknownTypes;

  /** Empty contents, to be sorted as the READDIR flags say. */
  DirectoryContents(int flags) {
    this.flags = flags;
  }

  @Override
  public void entry(String name, int type, long inode) {
    entries.add(new DirectoryEntry(name, type, inode));
    unknownTypes |= type == Linux.DT_UNKNOWN;
  }

  void sort() {
    boolean dirsFirst = (flags & Linux.READDIR_DIRS_FIRST) != 0;
    boolean statOrder = (flags & Linux.READDIR_STAT_ORDER) != 0;
    Comparator<DirectoryEntry> byInode = Comparator.comparingLong(DirectoryEntry::inode);
    if (dirsFirst) {
      Comparator<DirectoryEntry> byLikelihood =
          Comparator.comparingInt(unknownTypes ? DirectoryContents::guess : this::isOther);
      entries.sort(statOrder ? byLikelihood.thenComparing(byInode) : byLikelihood);
    } else if (statOrder) {
      entries.sort(byInode);
    }
  }

  private int isOther(DirectoryEntry entry) {
    return entry.isDirectory() ? 0 : 1;
  }

  /**
   * How unlikely an entry is a directory: a known type is certain; of the others names that begin
   * with a dot come first, then names without any, the shorter the likelier.
   */
  private static int guess(DirectoryEntry entry) {
    if (entry.type() != Linux.DT_UNKNOWN) {
      return entry.isDirectory() ? 0 : Integer.MAX_VALUE;
    }
    int dot = entry.name().indexOf('.');
    return dot == 0 ? 1 : dot < 0 ? 1 + entry.name().length() : Integer.MAX_VALUE - 1;
  }

  /** Whether any entry's type is unknown. */
  public boolean hasUnknownTypes() {
    return unknownTypes;
  }

  /** The names alone. */
  public List<String> names() {
    List<String> names = new ArrayList<>(entries.size());
    for (DirectoryEntry entry : entries) {
      names.add(entry.name());
    }
    return names;
  }

  /** The entries. */
  public List<DirectoryEntry> entries() {
    return entries;
  }

  /** The listing of readdirx. */
  public DirectoryListing listing() {
    boolean dents = (flags & Linux.READDIR_DENTS) != 0;
    int found = unknownTypes ? flags | Linux.READDIR_FOUND_UNKNOWN : flags;
    return new DirectoryListing(names(), dents ? entries : List.of(), found);
  }

  /** Directories and everything else; only when all types are known. */
  public ScanResult separate() {
    List<String> dirs = new ArrayList<>();
    List<String> nondirs = new ArrayList<>(entries.size());
    for (DirectoryEntry entry : entries) {
      (entry.isDirectory() ? dirs : nondirs).add(entry.name());
    }
    return new ScanResult(dirs, nondirs);
  }
}
