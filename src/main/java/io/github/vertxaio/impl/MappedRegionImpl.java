package io.github.vertxaio.impl;

import io.github.vertxaio.AioRequest;
import io.github.vertxaio.Linux;
import io.github.vertxaio.MappedRegion;
import io.github.vertxaio.impl.engine.RequestEngine;
import io.github.vertxaio.impl.op.Kind;
import io.github.vertxaio.impl.op.Mremap;
import io.github.vertxaio.impl.op.Operation;
import io.github.vertxaio.impl.op.RegionOperation;
import io.github.vertxaio.impl.sys.Mapping;
import io.github.vertxaio.impl.sys.MappingCalls;
import io.github.vertxaio.impl.sys.RegionBuf;
import io.github.vertxaio.impl.vertx.Buffers;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import java.lang.ref.Reference;
import java.util.Objects;

/** A view of mapped memory, at one priority. */
final class MappedRegionImpl implements MappedRegion {
  private final Shared shared;
  private final int priority;
  private final boolean direct;

  /** What all views and buffers share; the memory is mapped as long as it is reachable. */
  private static final class Shared {
    private final RequestEngine engine;
    private final Mapping mapping;
    private final Owned owned;

    Shared(RequestEngine engine, Mapping mapping) {
      this.engine = engine;
      this.mapping = mapping;
      this.owned = Owned.mapping(engine, mapping);
      owned.watch(this);
    }
  }

  private MappedRegionImpl(Shared shared, int priority, boolean direct) {
    this.shared = shared;
    this.priority = priority;
    this.direct = direct;
  }

  /** The first view of memory that was just mapped. */
  static MappedRegion of(RequestEngine engine, Mapping mapping) {
    return new MappedRegionImpl(new Shared(engine, mapping), 0, false);
  }

  @Override
  public MappedRegion priority(int newPriority) {
    return new MappedRegionImpl(shared, Priorities.clamp(newPriority), direct);
  }

  @Override
  public MappedRegion direct() {
    return new MappedRegionImpl(shared, priority, true);
  }

  @Override
  public long length() {
    return shared.mapping.length();
  }

  @Override
  public ByteBuf byteBuf(long offset, int length) {
    Arguments.notNegative(length, "length");
    long whole = length();
    long from = MappingArguments.offset(offset, whole);
    Objects.checkFromIndexSize(from, length, whole);
    return new RegionBuf(shared.mapping, shared, from, length, direct);
  }

  @Override
  public Buffer buffer(long offset, int length) {
    return Buffers.of(byteBuf(offset, length));
  }

  private <T> AioRequest<T> submit(Operation<T> operation) {
    try {
      return shared.engine.submit(operation, priority);
    } finally {
      Reference.reachabilityFence(shared);
    }
  }

  /** A call on the pages of a range. */
  private AioRequest<Void> onPages(Kind kind, long from, long to, RegionOperation.Call call) {
    return submit(new RegionOperation(kind, shared.mapping, from, to, call));
  }

  private AioRequest<Void> onRange(Kind kind, long offset, long length, RegionOperation.Call call) {
    long whole = length();
    long from = MappingArguments.offset(offset, whole);
    return onPages(kind, from, MappingArguments.end(from, length, whole), call);
  }

  private AioRequest<Void> onRest(Kind kind, long offset, long length, RegionOperation.Call call) {
    long whole = length();
    long from = MappingArguments.offset(offset, whole);
    return onPages(kind, from, MappingArguments.endOrRest(from, length, whole), call);
  }

  @Override
  public AioRequest<Boolean> mremap(long length, int flags) {
    MappingArguments.checkLength(length);
    if ((flags & ~Linux.MREMAP_MAYMOVE) != 0) {
      throw new IllegalArgumentException("flags: " + flags + " (expected: MREMAP_MAYMOVE or 0)");
    }
    return submit(new Mremap(shared.mapping, length, flags));
  }

  @Override
  public AioRequest<Void> mprotect(long offset, long length, int prot) {
    MappingArguments.checkProtection(prot);
    return onRest(
        Kind.MPROTECT, offset, length, (mapping, from, to) -> mapping.protect(from, to, prot));
  }

  @Override
  public AioRequest<Void> madvise(long offset, long length, int advice) {
    MappingArguments.checkAdvice(advice);
    return onRest(
        Kind.MADVISE,
        offset,
        length,
        (mapping, from, to) -> MappingCalls.advise(mapping, from, to, advice));
  }

  @Override
  public AioRequest<Void> msync(long offset, long length, int flags) {
    return onRange(
        Kind.MSYNC,
        offset,
        length,
        (mapping, from, to) -> MappingCalls.sync(mapping, from, to, flags));
  }

  @Override
  public AioRequest<Void> mtouch(long offset, long length, int flags) {
    if ((flags & ~Linux.MT_MODIFY) != 0) {
      throw new IllegalArgumentException("flags: " + flags + " (expected: MT_MODIFY or 0)");
    }
    boolean modify = flags != 0;
    return onRange(
        Kind.MTOUCH,
        offset,
        length,
        (mapping, from, to) -> MappingCalls.touch(mapping, from, to, modify));
  }

  @Override
  public AioRequest<Void> mlock(long offset, long length) {
    return onRange(Kind.MLOCK, offset, length, MappingCalls::lock);
  }

  @Override
  public AioRequest<Void> munlock(long offset, long length) {
    return onRange(Kind.MUNLOCK, offset, length, MappingCalls::unlock);
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
    return "MappedRegion(" + shared.mapping.describe() + ")";
  }
}
