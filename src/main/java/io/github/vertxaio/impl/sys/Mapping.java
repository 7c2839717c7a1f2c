package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibMemory.M;

import io.github.vertxaio.AioException;
import io.github.vertxaio.Errno;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Mapped memory with one owner. Requests hold it as they hold a descriptor, see {@link Uses};
 * accesses of Java are counted by {@link Accesses}. What takes memory or rights away waits for
 * those that could meet it.
 */
public final class Mapping extends Uses {
  /**
   * What there is at a moment.
   *
   * @param address where it begins
   * @param length as it was asked for
   * @param protection of all its pages
   * @param steady how many bytes from its start have memory whatever others do
   */
  record State(long address, long length, Protection protection, long steady) {}

  private final Accesses accesses = new Accesses();
  private final KernelCopy copies = new KernelCopy();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicBoolean exclusive = new AtomicBoolean();
  private final Object changes = new Object();
  private final String path;
  private final long unit;
  private volatile State state;
  private volatile boolean moving;

  /**
   * Takes ownership of memory that was just mapped.
   *
   * @param path the file, or {@code null}
   * @param unit the size of its pages
   */
  Mapping(State state, String path, long unit) {
    this.state = state;
    this.path = path;
    this.unit = unit;
  }

  /** Its length, as it was asked for. */
  public long length() {
    return state.length;
  }

  /** The file that is mapped; {@code null} for memory. */
  public String path() {
    return path;
  }

  /** The paths of messages. */
  public String[] paths() {
    return path == null ? new String[0] : new String[] {path};
  }

  private long pageOf(long position) {
    return position / unit * unit;
  }

  /** Rounds a position up to where a page ends. */
  long pagesOf(long position) {
    return Math.addExact(position, unit - 1) / unit * unit;
  }

  /** What is mapped, for messages. */
  public String describe() {
    return path == null ? length() + " bytes of memory" : path;
  }

  long pageSize() {
    return unit;
  }

  KernelCopy copies() {
    return copies;
  }

  Accesses accesses() {
    return accesses;
  }

  /**
   * What an access of Java meets; between enter and exit.
   *
   * @throws IllegalStateException when there is nothing any more, or for a moment
   */
  State visible() {
    if (isRetired()) {
      throw new IllegalStateException("the region is unmapped");
    }
    if (moving) {
      throw new IllegalStateException("the region is being remapped");
    }
    return state;
  }

  /** What there is; while the mapping is held. */
  State held() {
    return state;
  }

  /** The failure of an access that the memory refuses. */
  AioException fault(String access) {
    return new AioException(access, Errno.EFAULT, paths());
  }

  /**
   * The range of all pages that a range has parts of, for a call; while the mapping is held.
   *
   * @throws IndexOutOfBoundsException when it is not within the mapping
   */
  Pages pages(long from, long to) {
    State now = state;
    Objects.checkFromToIndex(from, to, now.length);
    long first = pageOf(from);
    long last = from == to ? first : pagesOf(to);
    return new Pages(now.address, first, last);
  }

  /**
   * Some pages.
   *
   * @param base the address of the mapping
   * @param from where the first begins
   * @param to where the last ends
   */
  record Pages(long base, long from, long to) {
    long address() {
      return base + from;
    }

    long length() {
      return to - from;
    }
  }

  @Override
  public boolean acquire() {
    if (!super.acquire()) {
      return false;
    }
    busy.incrementAndGet();
    if (exclusive.get()) {
      finished();
      release();
      return false;
    }
    return true;
  }

  /** Ends the use of the memory, not yet the hold: what follows may have the memory for itself. */
  public void finished() {
    busy.decrementAndGet();
  }

  /** Why {@link #acquire} or {@link #acquireExclusive} gave false. */
  public AioException refusal(String call) {
    return isRetired()
        ? AioException.refused(call, Errno.EFAULT, "unmapped region", paths())
        : AioException.refused(call, Errno.EBUSY, "region used by other requests", paths());
  }

  /** Holds the memory, and begins a use beside which there is no other. */
  public boolean acquireExclusive() {
    if (!super.acquire()) {
      return false;
    }
    boolean mine = exclusive.compareAndSet(false, true);
    if (mine && busy.get() == 0) {
      return true;
    }
    if (mine) {
      finishedExclusive();
    }
    release();
    return false;
  }

  /** Ends that use, not yet the hold. */
  public void finishedExclusive() {
    exclusive.set(false);
  }

  /** munmap—in the action of {@link #retire} or behind it, on a thread that may wait. */
  public long unmap() {
    accesses.awaitEarlier();
    copies.close();
    State last = state;
    return Result.of(M.munmap(last.address, pagesOf(last.length)));
  }

  /**
   * mprotect—of all pages of a range, while the mapping is held. Rights that are taken away are
   * gone for accesses of Java before they are for the processor.
   */
  public long protect(long from, long to, int rights) {
    synchronized (changes) {
      State before = state;
      Pages range = pages(from, to);
      Protection old = before.protection;
      state = with(before, old.with(range.from, range.to, had -> had & rights));
      accesses.awaitEarlier();
      long result = Result.retried(() -> M.mprotect(range.address(), range.length(), rights));
      if (result == 0) {
        state = with(before, old.with(range.from, range.to, had -> rights));
      }
      // After a failure the kernel may have changed some pages, so those have what both allow.
      return result;
    }
  }

  private static State with(State old, Protection protection) {
    return new State(old.address, old.length, protection, old.steady);
  }

  /** mremap—while the mapping is held exclusively. Returns 1 when the address is another. */
  public long remap(long length, int flags) {
    if (length > Long.MAX_VALUE - unit) {
      return -Errno.ENOMEM;
    }
    synchronized (changes) {
      State before = state;
      moving = true;
      try {
        accesses.awaitEarlier();
        long size = pagesOf(length);
        long address = Result.of(M.mremap(before.address, pagesOf(before.length), size, flags, 0));
        if (address < 0) {
          return address;
        }
        Protection protection = before.protection.resized(size);
        state = new State(address, length, protection, before.steady);
        return address == before.address ? 0 : 1;
      } finally {
        moving = false;
      }
    }
  }
}
