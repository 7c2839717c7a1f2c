package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.PathBytes;
import io.github.vertxaio.impl.sys.Descriptor;
import java.nio.charset.CharacterCodingException;
import java.util.Objects;

/** A path and the directory it starts in, checked and encoded. */
public final class PathArgument {
  private final String text;
  private final byte[] bytes;
  private final Base base;
  private final AioException refusal;

  private PathArgument(String text, byte[] bytes, Base base, AioException refusal) {
    this.text = text;
    this.bytes = bytes;
    this.base = base;
    this.refusal = refusal;
  }

  /**
   * Where relative paths start.
   *
   * @param descriptor the directory, or {@code null} for the process's own
   * @param path its canonical path
   */
  public record Base(Descriptor descriptor, String path) {
    /** The current directory of the process. */
    public static final Base CWD = new Base(null, ".");
  }

  /**
   * Checks and encodes a path.
   *
   * @param kind what it is for
   * @param base where it starts, or {@code null} for a directory that could not be opened
   */
  public static PathArgument of(Kind kind, String path, Base base) {
    Objects.requireNonNull(path, "path");
    String call = kind.call();
    byte[] bytes;
    try {
      bytes = PathBytes.encode(path);
    } catch (CharacterCodingException e) {
      return refused(path, AioException.refused(call, Errno.EILSEQ, "lone surrogate", path));
    }
    if (path.indexOf('\0') >= 0) {
      return refused(path, AioException.refused(call, Errno.EINVAL, "path with a NUL byte", path));
    }
    if (bytes.length >= Linux.PATH_MAX) {
      return refused(path, new AioException(call, Errno.ENAMETOOLONG, path));
    }
    boolean absolute = path.startsWith("/");
    if (base == null && !absolute) {
      return refused(path, AioException.refused(call, Errno.ENOENT, "no working directory", path));
    }
    return new PathArgument(path, bytes, absolute ? Base.CWD : base, null);
  }

  private static PathArgument refused(String path, AioException refusal) {
    return new PathArgument(path, null, Base.CWD, refusal);
  }

  /**
   * Takes hold of the directory.
   *
   * @return {@code null}, or why the path cannot be used
   */
  AioException acquire(Kind kind) {
    if (refusal != null) {
      return refusal;
    }
    if (base.descriptor != null && !base.descriptor.acquire()) {
      return AioException.refused(kind.call(), Errno.EBADF, "closed working directory", text);
    }
    return null;
  }

  /** Lets go of the directory. */
  void release() {
    if (base.descriptor != null) {
      base.descriptor.release();
    }
  }

  /** The descriptor that the path starts from. */
  int dirfd() {
    return base.descriptor == null ? Linux.AT_FDCWD : base.descriptor.fd();
  }

  byte[] bytes() {
    return bytes;
  }

  String text() {
    return text;
  }

  /** The path behind that of its directory, as text, with whatever links are in it. */
  String joined() {
    return base.descriptor == null ? text : base.path + '/' + text;
  }

  /** Whether the path is the working directory itself, which some calls refuse under that name. */
  boolean isBaseItself() {
    return base.descriptor != null && text.equals(".");
  }

  /** The same file by the path that its directory had, for calls that cannot take a descriptor. */
  PathArgument byPathOfBase(Kind kind) {
    return of(kind, base.path, Base.CWD);
  }
}
