package io.github.vertxaio.impl;

import io.github.vertxaio.AioFile;
import io.github.vertxaio.AioRequest;
import io.github.vertxaio.Extent;
import io.github.vertxaio.Linux;
import io.github.vertxaio.StatVfs;
import io.github.vertxaio.impl.op.Allocate;
import io.github.vertxaio.impl.op.Control;
import io.github.vertxaio.impl.op.ControlBuffer;
import io.github.vertxaio.impl.op.ControlFile;
import io.github.vertxaio.impl.op.Fadvise;
import io.github.vertxaio.impl.op.Fchmod;
import io.github.vertxaio.impl.op.Fchown;
import io.github.vertxaio.impl.op.Fiemap;
import io.github.vertxaio.impl.op.FiemapCount;
import io.github.vertxaio.impl.op.Fstatvfs;
import io.github.vertxaio.impl.op.Ftruncate;
import io.github.vertxaio.impl.op.Futime;
import io.github.vertxaio.impl.op.OpenFile;
import io.github.vertxaio.impl.op.Operation;
import io.github.vertxaio.impl.op.Readahead;
import io.github.vertxaio.impl.op.SyncFileRange;
import io.github.vertxaio.impl.op.Syncfs;
import io.github.vertxaio.impl.sys.FileTimes;
import io.github.vertxaio.impl.vertx.Buffers;
import io.vertx.core.buffer.Buffer;
import java.lang.ref.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The requests on an open file that neither move its contents nor its position. */
abstract class FileRequestsImpl implements AioFile {

  /** The file. */
  abstract OpenFile file();

  /** Makes a request; the file is not lost before that is done. */
  abstract <T> AioRequest<T> submit(Operation<T> operation);

  @Override
  public final AioRequest<StatVfs> statvfs() {
    return submit(new Fstatvfs(file()));
  }

  @Override
  public final AioRequest<Void> utime(Instant atime, Instant mtime) {
    return submit(new Futime(file(), FileTimes.of(atime, mtime)));
  }

  @Override
  public final AioRequest<Void> utime(
      long atimeSeconds, int atimeNanos, long mtimeSeconds, int mtimeNanos) {
    FileTimes times = new FileTimes(atimeSeconds, atimeNanos, mtimeSeconds, mtimeNanos);
    return submit(new Futime(file(), times));
  }

  @Override
  public final AioRequest<Void> chown(int uid, int gid) {
    return submit(new Fchown(file(), uid, gid));
  }

  @Override
  public final AioRequest<Void> chmod(int mode) {
    return submit(new Fchmod(file(), mode));
  }

  @Override
  public final AioRequest<Void> truncate(long size) {
    return submit(new Ftruncate(file(), Arguments.notNegative(size, "size")));
  }

  @Override
  public final AioRequest<Void> allocate(int mode, long offset, long length) {
    checkRange(offset, length);
    return submit(new Allocate(file(), mode, offset, length));
  }

  @Override
  public final AioRequest<List<Extent>> fiemap(long start, long length, int flags, int count) {
    checkExtents(start, length);
    if (count <= 0) {
      throw new IllegalArgumentException("count: " + count + " (expected: > 0)");
    }
    return submit(new Fiemap(file(), start, length, flags, count));
  }

  @Override
  public final AioRequest<Long> fiemapCount(long start, long length, int flags) {
    checkExtents(start, length);
    return submit(new FiemapCount(file(), start, length, flags));
  }

  private static void checkExtents(long start, long length) {
    Arguments.notNegative(start, "start");
    if (length != Linux.FIEMAP_MAX_OFFSET) {
      Arguments.notNegative(length, "length");
    }
  }

  private static void checkRange(long offset, long length) {
    Arguments.notNegative(offset, "offset");
    Arguments.notNegative(length, "length");
  }

  @Override
  public final AioRequest<Void> readahead(long offset, long length) {
    checkRange(offset, length);
    return submit(new Readahead(file(), offset, length));
  }

  @Override
  public final AioRequest<Void> fadvise(long offset, long length, int advice) {
    checkRange(offset, length);
    return submit(new Fadvise(file(), offset, length, advice));
  }

  @Override
  public final AioRequest<Void> syncFileRange(long offset, long length, int flags) {
    checkRange(offset, length);
    return submit(new SyncFileRange(file(), offset, length, flags));
  }

  @Override
  public final AioRequest<Void> syncfs() {
    return submit(new Syncfs(file()));
  }

  @Override
  public final AioRequest<Integer> fcntl(int command, int argument) {
    return submit(Control.fcntl(file(), command, argument));
  }

  @Override
  public final AioRequest<Integer> fcntl(int command, Buffer argument) {
    return submit(ControlBuffer.fcntl(file(), command, Buffers.contents(argument)));
  }

  @Override
  public final AioRequest<Integer> ioctl(long request, int argument) {
    return submit(Control.ioctl(file(), request, argument));
  }

  @Override
  public final AioRequest<Integer> ioctl(long request, AioFile argument) {
    try {
      return submit(
          new ControlFile(
              file(),
              request,
              ((FileRequestsImpl) Objects.requireNonNull(argument, "argument")).file()));
    } finally {
      Reference.reachabilityFence(argument);
    }
  }

  @Override
  public final AioRequest<Integer> ioctl(long request, Buffer argument) {
    return submit(ControlBuffer.ioctl(file(), request, Buffers.contents(argument)));
  }
}
