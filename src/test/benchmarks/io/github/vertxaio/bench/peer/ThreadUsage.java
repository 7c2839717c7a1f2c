package io.github.vertxaio.bench.peer;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the threads of this JVM have used.
 *
 * @param allocatedBytes by all threads that are alive
 * @param loopNanos CPU time of the loop thread, −1 when there is none
 */
record ThreadUsage(long allocatedBytes, long loopNanos) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** The present state. */
  static ThreadUsage now(long loopThread) {
    long bytes = 0;
    for (long allocated : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      bytes += Math.max(0, allocated);
    }
    return new ThreadUsage(bytes, loopThread < 0 ? -1 : THREADS.getThreadCpuTime(loopThread));
  }

  /** The difference to an earlier state. */
  ThreadUsage since(ThreadUsage before) {
    return new ThreadUsage(
        allocatedBytes - before.allocatedBytes, loopNanos < 0 ? -1 : loopNanos - before.loopNanos);
  }
}
