package io.github.vertxaio.impl;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioFile;
import io.github.vertxaio.AioGroup;
import io.github.vertxaio.AioLimits;
import io.github.vertxaio.AioRequest;
import io.github.vertxaio.EngineInfo;
import io.github.vertxaio.MappedRegion;
import io.github.vertxaio.WorkingDirectory;
import io.github.vertxaio.impl.op.Busy;
import io.github.vertxaio.impl.op.Kind;
import io.github.vertxaio.impl.op.LockAll;
import io.github.vertxaio.impl.op.MemfdCreate;
import io.github.vertxaio.impl.op.MmapAnonymous;
import io.github.vertxaio.impl.op.Nop;
import io.github.vertxaio.impl.op.PathArgument;
import io.github.vertxaio.impl.op.PathArgument.Base;
import io.github.vertxaio.impl.op.SyncAll;
import io.github.vertxaio.impl.sys.NewMapping;
import io.github.vertxaio.impl.vertx.Contexts;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/** A view of an engine: what does not need a path. */
final class AioImpl extends PathRequestsImpl implements Aio {
  private final EngineLease lease;

  AioImpl(EngineLease lease, int priority, Base base) {
    super(lease.engine(), priority, base);
    this.lease = lease;
  }

  @Override
  public Aio priority(int newPriority) {
    return new AioImpl(lease, Priorities.clamp(newPriority), base);
  }

  @Override
  public Aio nice(int adjustment) {
    return new AioImpl(lease, Priorities.clamp((long) priority - adjustment), base);
  }

  @Override
  public int priority() {
    return priority;
  }

  @Override
  public Aio at(WorkingDirectory wd) {
    return new AioImpl(lease, priority, WorkingDirectories.base(wd));
  }

  @Override
  public AioRequest<Void> nop() {
    return engine.submit(Nop.NOP, priority);
  }

  @Override
  public AioRequest<Void> busy(long nanos) {
    return engine.submit(new Busy(Arguments.notNegative(nanos, "nanos")), priority);
  }

  @Override
  public AioRequest<Void> sync() {
    return submit(SyncAll.SYNC);
  }

  @Override
  public AioRequest<MappedRegion> mmap(long length, int prot, int flags) {
    NewMapping mapping = MappingArguments.mapping(length, prot, flags, 0);
    return submit(new MmapAnonymous(mapping, made -> MappedRegionImpl.of(engine, made)));
  }

  @Override
  public AioRequest<Void> mlockall(int flags) {
    return submit(LockAll.lock(flags));
  }

  @Override
  public AioRequest<Void> munlockall() {
    return submit(LockAll.unlock());
  }

  @Override
  public AioRequest<AioFile> memfdCreate(String name, int flags) {
    PathArgument checked = PathArgument.of(Kind.MEMFD_CREATE, name, Base.CWD);
    return submit(new MemfdCreate(checked, flags, opened -> AioFileImpl.of(engine, opened)));
  }

  @Override
  public <T> AioGroup<T> group() {
    return Group.open(engine);
  }

  @Override
  public Future<Void> flush() {
    return whenBelow(1);
  }

  @Override
  public Future<Void> backpressure() {
    return whenBelow(engine.maxOutstanding());
  }

  private Future<Void> whenBelow(int limit) {
    Promise<Void> promise = Contexts.promise(engine.context());
    engine.outstanding().whenBelow(limit, promise::tryComplete);
    return promise.future();
  }

  @Override
  public AioLimits limits() {
    return engine.limits();
  }

  @Override
  public EngineInfo engineInfo() {
    return engine.info();
  }

  @Override
  public int nreqs() {
    return engine.outstanding().count();
  }

  @Override
  public int nready() {
    return engine.nready();
  }

  @Override
  public int npending() {
    return engine.npending();
  }

  @Override
  public int nthreads() {
    return engine.nthreads();
  }

  @Override
  public Future<Void> reinit() {
    return onContext(engine.reinit());
  }

  @Override
  public Future<Void> close() {
    return onContext(lease.giveBack());
  }

  private Future<Void> onContext(Future<Void> future) {
    Promise<Void> promise = Contexts.promise(engine.context());
    future.onComplete(promise);
    return promise.future();
  }
}
