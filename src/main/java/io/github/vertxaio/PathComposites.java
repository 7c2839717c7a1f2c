package io.github.vertxaio;

import io.vertx.core.buffer.Buffer;

/**
 * The requests that do at once what takes several calls of the kernel. Those that may take long are
 * made of short pieces, so that requests of a higher priority get between them; when such a request
 * is cancelled it ends after the current piece, and completes when nothing of it is left. Cancelled
 * during its last piece it has been done all the same, as any request that is being executed.
 */
public interface PathComposites {

  /**
   * load—reads a whole file. Files whose size reads 0 (those of {@code /proc}) are read to their
   * end, and so is what has no size: a pipe until its last writer has gone, which keeps a worker
   * waiting as long as that takes.
   *
   * @param path the file
   * @return all of its bytes; fails with {@link Errno#ENOENT}, {@link Errno#EACCES}, {@link
   *     Errno#EISDIR}, {@link Errno#EMFILE}, {@link Errno#EIO}, and with {@link Errno#EFBIG} when
   *     there are more bytes than a buffer can hold, 2³¹ − 9
   */
  AioRequest<Buffer> load(String path);

  /**
   * slurp—reads a part of a file: open, read until there is no more, close.
   *
   * @param path the file, as of {@link #load}
   * @param offset where to begin, in bytes; when it is negative it is counted from the end
   * @param length how many bytes, 0 for the rest of the file
   * @return the bytes: fewer than {@code length} when the file ends before, none when it ends
   *     before the offset; fails with {@link Errno#EINVAL} when a negative offset is before the
   *     start of the file, with {@link Errno#ESPIPE} when the file has no offsets and a positive
   *     one is given, otherwise as {@link #load}
   * @throws IllegalArgumentException when the length is negative
   */
  AioRequest<Buffer> slurp(String path, long offset, long length);

  /**
   * pathsync—brings a file or a directory to its device: open, fsync, close. Of a directory this
   * makes the names in it last, which {@link AioFile#fsync} of the files does not.
   *
   * @param path the file or directory, which has to be readable or writable
   * @return completed with {@code null}; fails with {@link Errno#ENOENT}, {@link Errno#EACCES},
   *     {@link Errno#EINVAL} (a pipe, a socket, or a file system that cannot sync), {@link
   *     Errno#EIO}, {@link Errno#ENOSPC}, {@link Errno#EMFILE}. Source: {@code man 2 fsync}
   */
  AioRequest<Void> pathsync(String path);

  /**
   * rmtree—removes a directory and all that is in it. What cannot be removed stays, with the
   * directories above it; the rest is removed all the same.
   *
   * <p>The path is looked up once. From there it goes by open descriptors and never follows a
   * symbolic link, so that nothing outside the tree is touched even while somebody replaces
   * directories by links or moves them. It does not go into other file systems that are mounted in
   * the tree. Up to four workers are at it; it holds up to 80 descriptors, however deep the tree
   * is.
   *
   * @param path the directory, which may not end in {@code .} or {@code ..}; {@code "."} of a
   *     {@link Aio#at working directory} is that directory itself, by its {@link
   *     WorkingDirectory#path path}
   * @return completed with {@code null} when all is gone; fails with {@link Errno#ENOENT}, {@link
   *     Errno#ENOTDIR} (also for a link to a directory), {@link Errno#EINVAL}; and with the errno
   *     of the first thing that could not be removed, when {@link AioException#failures} has them:
   *     {@link Errno#EACCES}, {@link Errno#EPERM}, {@link Errno#EBUSY} (somewhere a file system is
   *     mounted), {@link Errno#EXDEV} (what is mounted there), {@link Errno#ENOTEMPTY} (somebody
   *     goes on to put files there), {@link Errno#ESTALE} (it was moved away meanwhile), {@link
   *     Errno#EMFILE}. When it is cancelled, what is removed until then is gone
   */
  AioRequest<Void> rmtree(String path);

  /**
   * copy—copies a file, following symbolic links: its contents, then its times, owner and
   * permissions, in this order. Those three are kept as far as that is permitted, without an error
   * when it is not; a copy that cannot have the owner of its source does not set its ID either.
   * Extended attributes are not copied.
   *
   * <p>A new target is made with mode 0200, so that nobody reads half a file. An existing one is
   * emptied first. What is not a regular file (a pipe, a device) is written to as it is, and keeps
   * its attributes.
   *
   * <p>The blocks are shared where the file system can do that, otherwise copied by {@code
   * copy_file_range}, {@code sendfile}, or reading and writing, whichever works first. Holes stay
   * holes. A file that grows is copied to its end; so are files whose size reads 0, and pipes, for
   * which a worker waits.
   *
   * <p>When it fails or is cancelled, no half-written target stays: what was made or emptied is
   * emptied and, if the name still is that file and no link to it, removed. A target that could not
   * be opened or is the source is left as it was.
   *
   * @param source a file
   * @param target the name of the copy, which is no directory
   * @return completed with {@code null}; fails with {@link Errno#EISDIR} (either is a directory),
   *     {@link Errno#EINVAL} (both are the same file), {@link Errno#ENOENT} (also when the target
   *     is a link that leads nowhere), {@link Errno#EACCES}, {@link Errno#ENOSPC}, {@link
   *     Errno#EDQUOT}, {@link Errno#EFBIG}, {@link Errno#EIO}, {@link Errno#EMFILE}
   */
  AioRequest<Void> copy(String source, String target);

  /**
   * move—gives a file another name, also on another file system: rename, and where that fails with
   * {@link Errno#EXDEV} a copy that takes the place of the target, after which the source is
   * removed. Within a file system it is {@link PathRequests#rename(String, String)} and moves
   * whatever that moves; to another one it moves regular files and symbolic links, which are not
   * followed.
   *
   * <p>The copy is made in the directory of the target under the name {@code .vertx-aio-} and a
   * number, with contents, holes, times, owner, permissions and extended attributes, as far as that
   * is permitted; users' own attributes and access lists are never left out. File and directory are
   * synced before the source is removed. So when it fails or is cancelled, source and target are
   * what they were; if only the removal of the source fails, both are there and whole. A crash of
   * the machine may leave the copy behind.
   *
   * @param source the old name
   * @param target the new name; what has it is replaced
   * @return completed with {@code null}; fails with {@link Errno#EXDEV} when a directory, or
   *     something else that is neither file nor symbolic link, would have to go to another file
   *     system: nothing is changed then. Otherwise as {@link PathRequests#rename(String, String)};
   *     to another file system also with {@link Errno#EOPNOTSUPP} (an extended attribute cannot be
   *     kept), {@link Errno#EINVAL} (both are the same file, by two mounts), {@link Errno#ESTALE}
   *     (the source was replaced meanwhile and is left), {@link Errno#ENOSPC}, {@link Errno#EIO}
   */
  AioRequest<Void> move(String source, String target);
}
