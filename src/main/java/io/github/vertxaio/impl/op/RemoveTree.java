package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.DirectoryIdentity;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Removes a directory tree: rmtree. A task goes down the tree, and lends others a directory as long
 * as there are few of them; the pieces of the work take turns at the tasks. The number of tasks
 * bounds that of descriptors, however deep and wide the tree is.
 */
public final class RemoveTree extends Work<Void> {
  private static final int PARALLEL = 4;

  /** Beside those that are worked at, some that wait for what they have lent. */
  private static final int MAX_TASKS = 8;

  /** How long a piece takes that could have help: ten times what calling for it takes. */
  private static final long ALONE_NANOS = 300_000;

  private final PathArgument path;
  private final Deque<RemovalTask> ready = new ArrayDeque<>();
  private final Set<RemovalTask> tasks = new HashSet<>();
  private final RemovalFailures failures;
  private DirectoryIdentity top;
  private boolean begun;
  private int active;
  private int called;

  /** An rmtree. The kernel refuses "." as a name, so a working directory goes by its path. */
  public RemoveTree(PathArgument path) {
    super(Kind.RMTREE);
    this.path = path.isBaseItself() ? path.byPathOfBase(Kind.RMTREE) : path;
    this.failures = new RemovalFailures(kind(), this.path.text());
  }

  @Override
  public AioException acquire() {
    return path.acquire(kind());
  }

  @Override
  public void release() {
    path.release();
  }

  @Override
  public synchronized int parallel() {
    called = begun ? wanted() : 1;
    return called;
  }

  private int wanted() {
    return Math.min(PARALLEL, active + ready.size());
  }

  @Override
  long piece(Scratch scratch) {
    if (!begun) {
      long result = begin(scratch);
      if (result < 0) {
        return result;
      }
    }
    long start = System.nanoTime();
    for (RemovalTask task = take(); task != null; task = take()) {
      if (!work(scratch, task, start)) {
        return 0;
      }
    }
    return 0;
  }

  /** Opens what holds the tree, once; from then on no path is looked up. */
  private long begin(Scratch scratch) {
    ParentAndName split = ParentAndName.of(path.bytes());
    begun = true;
    if (split.refusal() != 0) {
      return -split.refusal();
    }
    int flags = Linux.O_PATH | Linux.O_DIRECTORY;
    long base = PathCalls.openat(scratch, path.dirfd(), split.parent(), flags, 0);
    if (base < 0) {
      return base;
    }
    add(new RemovalTask(this, null, (int) base, split.name()));
    return 0;
  }

  private synchronized void add(RemovalTask task) {
    tasks.add(task);
    ready.add(task);
  }

  /** The task to go on with; the newest, because it is the deepest. */
  private synchronized RemovalTask take() {
    RemovalTask task = ready.pollLast();
    active += task == null ? 0 : 1;
    return task;
  }

  /** Works at a task; false when the time of the piece is over. */
  private boolean work(Scratch scratch, RemovalTask task, long start) {
    boolean goesOn = true;
    try {
      while (goesOn) {
        goesOn = task.step(scratch);
        boolean alone = System.nanoTime() - start > ALONE_NANOS && couldUseHelp();
        if (alone || isTimeOver(start)) {
          return false;
        }
      }
      return true;
    } finally {
      done(task, goesOn);
    }
  }

  private synchronized boolean couldUseHelp() {
    return called < wanted();
  }

  private synchronized void done(RemovalTask task, boolean goesOn) {
    active--;
    if (goesOn) {
      ready.add(task);
    } else if (task.isOver()) {
      tasks.remove(task);
      task.close();
      giveBack(task);
    } else if (task.top().lent > 0) {
      task.top().waiting = task;
    } else {
      ready.add(task);
    }
  }

  private void giveBack(RemovalTask task) {
    TreeDirectory lender = task.lender;
    if (lender == null) {
      return;
    }
    lender.lent--;
    if (task.hasFailed()) {
      lender.failed = true;
    }
    if (lender.lent == 0 && lender.waiting != null) {
      ready.add(lender.waiting);
      lender.waiting = null;
    }
  }

  /** Gives a directory to another task, if there are not enough of them. */
  synchronized boolean lend(TreeDirectory from, byte[] name) {
    if (tasks.size() >= MAX_TASKS || ready.size() >= PARALLEL) {
      return false;
    }
    long base = FileCalls.duplicate(from.fd());
    if (base < 0) {
      return false;
    }
    from.lent++;
    add(new RemovalTask(this, from, (int) base, name));
    return true;
  }

  /** Whether other tasks have something of this directory. */
  synchronized boolean hasLent(TreeDirectory directory) {
    return directory.lent > 0;
  }

  /**
   * Whether a directory is on the mount of the tree. The first one that is asked for is its top.
   */
  synchronized boolean isInside(DirectoryIdentity directory) {
    if (top == null) {
      top = directory;
    }
    return directory.isOnMountOf(top);
  }

  /** Where to note what cannot be removed. */
  RemovalFailures failures() {
    return failures;
  }

  @Override
  void cleanUp(Scratch scratch) {
    begun = true;
    tasks.forEach(RemovalTask::close);
    tasks.clear();
    ready.clear();
  }

  @Override
  AioException failure(int errno) {
    return new AioException(kind().call(), errno, path.text());
  }

  @Override
  public AioException failure() {
    return failures.asOne();
  }

  @Override
  public Void result() {
    return null;
  }
}
