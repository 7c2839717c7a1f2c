package io.github.vertxaio;

/**
 * One name of a directory, as the file system lists it.
 *
 * @param name the name, without its directory; see {@link PathBytes} for names that are not UTF-8
 * @param type one of {@link Linux#DT_DIR}, {@link Linux#DT_REG}, …; {@link Linux#DT_UNKNOWN} where
 *     the file system does not tell
 * @param inode the inode number
 */
public record DirectoryEntry(String name, int type, long inode) {

  /**
   * Tells whether the entry is known to be a directory.
   *
   * @return {@code false} for other types, symbolic links to directories and unknown ones
   */
  public boolean isDirectory() {
    return type == Linux.DT_DIR;
  }
}
