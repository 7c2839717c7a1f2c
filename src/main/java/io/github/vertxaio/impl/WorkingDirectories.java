package io.github.vertxaio.impl;

import io.github.vertxaio.AioRequest;
import io.github.vertxaio.WorkingDirectory;
import io.github.vertxaio.impl.engine.RequestEngine;
import io.github.vertxaio.impl.op.PathArgument.Base;
import io.vertx.core.Future;

/** The directories that paths can start from. */
public final class WorkingDirectories {
  private WorkingDirectories() {}

  /** The current directory of the process. */
  public static WorkingDirectory current() {
    return new Current();
  }

  /** A directory that was just opened. */
  static WorkingDirectory of(RequestEngine engine, Base base) {
    return new Opened(engine, base);
  }

  /** Where the paths of a directory start; {@code null} for none. */
  static Base base(WorkingDirectory directory) {
    if (directory instanceof Opened) {
      return ((Opened) directory).base;
    }
    return directory == null ? null : Base.CWD;
  }

  private static final class Current implements WorkingDirectory {
    @Override
    public String path() {
      return Base.CWD.path();
    }

    @Override
    public Future<Void> close() {
      return Future.succeededFuture();
    }
  }

  private static final class Opened implements WorkingDirectory {
    private final Base base;
    private final Owned owned;

    Opened(RequestEngine engine, Base base) {
      this.base = base;
      this.owned = Owned.descriptor(engine, base.descriptor(), base.path());
      owned.watch(this);
    }

    @Override
    public String path() {
      return base.path();
    }

    @Override
    public AioRequest<Void> close() {
      return owned.close(0);
    }

    @Override
    public String toString() {
      return "WorkingDirectory(" + path() + ")";
    }
  }
}
