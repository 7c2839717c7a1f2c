package io.github.vertxaio;

import io.github.vertxaio.impl.WorkingDirectories;
import io.vertx.core.Future;

/**
 * A directory that paths can start from: an open descriptor of it and its canonical absolute path.
 *
 * <p>Made by {@link Aio#wd}, used through {@link Aio#at}. Requests resolve relative paths from the
 * descriptor, so they reach the same directory after it was renamed; {@link #path()} is the path it
 * had when it was opened. One that is lost without {@link #close} is closed when it is collected.
 */
public interface WorkingDirectory {

  /** The current working directory of the process: paths are used as they are. */
  WorkingDirectory CWD = WorkingDirectories.current();

  /**
   * The canonical path at the time when the directory was opened.
   *
   * @return an absolute path without symbolic links, or {@code "."} for {@link #CWD}. Of a
   *     directory whose canonical path is too long for the kernel to tell, {@link Linux#PATH_MAX}
   *     bytes or more, it is the path of the directory that it was opened from and its own behind
   *     that
   */
  String path();

  /**
   * Closes the descriptor when the requests that use it are over. Later requests with a relative
   * path fail with {@link Errno#EBADF}. Closing twice is the same as once; {@link #CWD} cannot be
   * closed and succeeds at once.
   *
   * @return completed when the descriptor is closed
   */
  Future<Void> close();
}
