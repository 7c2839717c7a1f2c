package io.github.vertxaio;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Function;

/**
 * The requests on an open file, for tests of what they have in common.
 *
 * @param call the name in messages
 * @param on makes the request
 */
record EveryFileRequest(String call, Function<AioFile, AioRequest<?>> on) {
  static final List<EveryFileRequest> ALL =
      List.of(
          new EveryFileRequest("read", file -> file.read(0, 10)),
          new EveryFileRequest("read", file -> file.read(10)),
          new EveryFileRequest("read", file -> file.read(0, 10, Buffer.buffer(), 0)),
          new EveryFileRequest("read", file -> file.read(10, Buffer.buffer(), 0)),
          new EveryFileRequest("write", file -> file.write(0, Buffer.buffer("x"))),
          new EveryFileRequest("write", file -> file.write(Buffer.buffer("x"))),
          new EveryFileRequest("write", file -> file.write(0, Buffer.buffer("x"), 0, 1)),
          new EveryFileRequest("write", file -> file.write(Buffer.buffer("x"), 0, 1)),
          new EveryFileRequest("write", file -> file.writeFully(0, Buffer.buffer("x"))),
          new EveryFileRequest("lseek", file -> file.seek(0, Linux.SEEK_SET)),
          new EveryFileRequest("fstat", AioFile::stat),
          new EveryFileRequest("fsync", AioFile::fsync),
          new EveryFileRequest("fdatasync", AioFile::fdatasync),
          new EveryFileRequest("fstatvfs", AioFile::statvfs),
          new EveryFileRequest("futimens", file -> file.utime(null, null)),
          new EveryFileRequest("futimens", file -> file.utime(1, 2, 3, 4)),
          new EveryFileRequest("fchown", file -> file.chown(-1, -1)),
          new EveryFileRequest("fchmod", file -> file.chmod(0600)),
          new EveryFileRequest("ftruncate", file -> file.truncate(0)),
          new EveryFileRequest("fallocate", file -> file.allocate(0, 0, 1)),
          new EveryFileRequest("fiemap", file -> file.fiemap(0, 1, 0)),
          new EveryFileRequest("fiemap", file -> file.fiemap(0, 1, 0, 1)),
          new EveryFileRequest("fiemap", file -> file.fiemapCount(0, 1, 0)),
          new EveryFileRequest("readahead", file -> file.readahead(0, 1)),
          new EveryFileRequest("posix_fadvise", file -> file.fadvise(0, 1, 0)),
          new EveryFileRequest("sync_file_range", file -> file.syncFileRange(0, 1, 0)),
          new EveryFileRequest("syncfs", AioFile::syncfs),
          new EveryFileRequest("sendfile", file -> file.sendfile(file, 0, 1)),
          new EveryFileRequest("fcntl", file -> file.fcntl(Linux.F_GETFL, 0)),
          new EveryFileRequest("fcntl", file -> file.fcntl(Linux.F_OFD_GETLK, Buffer.buffer())),
          new EveryFileRequest("ioctl", file -> file.ioctl(Linux.FIONCLEX, 0)),
          new EveryFileRequest("ioctl", file -> file.ioctl(Linux.FIGETBSZ, Buffer.buffer())),
          new EveryFileRequest("mmap", file -> file.mmap(0, 1, Linux.PROT_READ, Linux.MAP_SHARED)));

  AioRequest<?> on(AioFile file) {
    return on.apply(file);
  }
}
