package io.github.vertxaio.impl;

import io.github.vertxaio.AioFile;
import io.github.vertxaio.AioRequest;
import io.github.vertxaio.Linux;
import io.github.vertxaio.MappedRegion;
import io.github.vertxaio.Stat;
import io.github.vertxaio.impl.engine.RequestEngine;
import io.github.vertxaio.impl.engine.Turns;
import io.github.vertxaio.impl.op.Fstat;
import io.github.vertxaio.impl.op.MmapFile;
import io.github.vertxaio.impl.op.OpenFile;
import io.github.vertxaio.impl.op.Operation;
import io.github.vertxaio.impl.op.Read;
import io.github.vertxaio.impl.op.ReadTarget;
import io.github.vertxaio.impl.op.Seek;
import io.github.vertxaio.impl.op.Sendfile;
import io.github.vertxaio.impl.op.Sync;
import io.github.vertxaio.impl.op.Write;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.NewMapping;
import io.github.vertxaio.impl.vertx.Buffers;
import io.github.vertxaio.impl.vertx.SocketSink;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.lang.ref.Reference;
import java.util.Objects;
import java.util.function.BiConsumer;

/** A view of an open file, at one priority. */
final class AioFileImpl extends FileRequestsImpl {
  private final Shared shared;
  private final OpenFile file;
  private final int priority;

  /** What all views of one open file share; the descriptor lives as long as it is reachable. */
  private static final class Shared {
    private final RequestEngine engine;
    private final OpenFile file;
    private final Owned owned;
    private final Turns turns = new Turns();

    Shared(RequestEngine engine, OpenFile file) {
      this.engine = engine;
      this.file = file;
      this.owned = Owned.descriptor(engine, file.descriptor(), file.path());
      owned.watch(this);
    }
  }

  private AioFileImpl(Shared shared, OpenFile file, int priority) {
    this.shared = shared;
    this.file = file;
    this.priority = priority;
  }

  /** The first view of a file that was just opened. */
  static AioFile of(RequestEngine engine, OpenFile file) {
    return new AioFileImpl(new Shared(engine, file), file, 0);
  }

  @Override
  public AioFile priority(int newPriority) {
    return new AioFileImpl(shared, file, Priorities.clamp(newPriority));
  }

  @Override
  public String path() {
    return file.path();
  }

  private int maxInlineBytes() {
    return shared.engine.options().getMaxInlineBytes();
  }

  RequestEngine engine() {
    return shared.engine;
  }

  @Override
  OpenFile file() {
    return file;
  }

  @Override
  <T> AioRequest<T> submit(Operation<T> operation) {
    try {
      return shared.engine.submit(operation, priority);
    } finally {
      Reference.reachabilityFence(shared);
    }
  }

  private <T> AioRequest<T> submitInTurn(Operation<T> operation) {
    return submitInTurn(operation, shared.turns);
  }

  private <T> AioRequest<T> submitInTurn(Operation<T> operation, Turns turns) {
    RequestEngine engine = shared.engine;
    try {
      return engine.submit(engine.context(), operation, priority, turns);
    } finally {
      Reference.reachabilityFence(shared);
    }
  }

  /**
   * A request made of others, which hold the file together: one that is closed meanwhile is closed
   * when the last of them is over.
   */
  private <T> AioRequest<T> holding(String call, BiConsumer<AioFileImpl, Group<T>> parts) {
    return Group.of(
        shared.engine,
        group -> {
          OpenFile lent = file.lend();
          if (lent == null) {
            group.fail(OpenFile.closed(call, path()));
            return;
          }
          group.atEnd(lent::release);
          parts.accept(new AioFileImpl(shared, lent, priority), group);
        });
  }

  private <T> Read<T> reading(long offset, int length, ReadTarget<T> target) {
    Arguments.notNegative(length, "length");
    return new Read<>(file, offset, length, target, maxInlineBytes());
  }

  @Override
  public AioRequest<Buffer> read(long offset, int length) {
    Arguments.notNegative(offset, "offset");
    return submit(reading(offset, length, Buffers.fresh()));
  }

  @Override
  public AioRequest<Buffer> read(int length) {
    return submitInTurn(reading(FileCalls.CURRENT_POSITION, length, Buffers.fresh()));
  }

  @Override
  public AioRequest<Integer> read(long offset, int length, Buffer data, int dataOffset) {
    Arguments.notNegative(offset, "offset");
    int index = Arguments.index(data, dataOffset);
    return submit(reading(offset, length, Buffers.into(data, index)));
  }

  @Override
  public AioRequest<Integer> read(int length, Buffer data, int dataOffset) {
    int index = Arguments.index(data, dataOffset);
    return submitInTurn(reading(FileCalls.CURRENT_POSITION, length, Buffers.into(data, index)));
  }

  private Write writing(long offset, Buffer data, int dataOffset, int length) {
    int index = Arguments.index(data, dataOffset);
    Arguments.range(data, index, length);
    return new Write(file, offset, length, Buffers.contents(data), index, maxInlineBytes());
  }

  @Override
  public AioRequest<Integer> write(long offset, Buffer data, int dataOffset, int length) {
    Arguments.notNegative(offset, "offset");
    return submit(writing(offset, data, dataOffset, length));
  }

  @Override
  public AioRequest<Integer> write(Buffer data, int dataOffset, int length) {
    return submitInTurn(writing(FileCalls.CURRENT_POSITION, data, dataOffset, length));
  }

  @Override
  public AioRequest<Void> writeFully(long offset, Buffer data) {
    Arguments.notNegative(offset, "offset");
    return holding("write", (file, group) -> WriteFully.start(file, group, offset, data));
  }

  @Override
  public AioRequest<Long> sendfile(AioFile out, long inOffset, long length) {
    Arguments.notNegative(inOffset, "inOffset");
    Arguments.notNegative(length, "length");
    Shared target = ((AioFileImpl) Objects.requireNonNull(out, "out")).shared;
    try {
      return submitInTurn(new Sendfile(file, target.file, inOffset, length), target.turns);
    } finally {
      Reference.reachabilityFence(target);
    }
  }

  @Override
  public AioRequest<Long> sendfile(NetSocket out, long inOffset, long length) {
    Arguments.notNegative(inOffset, "inOffset");
    Arguments.notNegative(length, "length");
    SocketSink sink = SocketSink.of(Objects.requireNonNull(out, "out"));
    return holding(
        "sendfile", (file, group) -> SendToSocket.start(file, group, sink, inOffset, length));
  }

  @Override
  public AioRequest<Long> seek(long offset, int whence) {
    return submitInTurn(new Seek(file, offset, whence));
  }

  @Override
  public AioRequest<Stat> stat() {
    return submit(new Fstat(file, shared.engine.locals()));
  }

  @Override
  public AioRequest<Void> fsync() {
    return submit(new Sync(file, false));
  }

  @Override
  public AioRequest<Void> fdatasync() {
    return submit(new Sync(file, true));
  }

  @Override
  public AioRequest<MappedRegion> mmap(long offset, long length, int prot, int flags) {
    Arguments.notNegative(offset, "offset");
    NewMapping mapping = MappingArguments.mapping(length, prot, flags, Linux.MAP_ANONYMOUS);
    RequestEngine engine = shared.engine;
    return submit(
        new MmapFile(shared.file, offset, mapping, made -> MappedRegionImpl.of(engine, made)));
  }

  @Override
  public AioRequest<Void> close() {
    try {
      return shared.owned.close(priority);
    } finally {
      Reference.reachabilityFence(shared);
    }
  }

  @Override
  public String toString() {
    return "AioFile(" + path() + ")";
  }
}
