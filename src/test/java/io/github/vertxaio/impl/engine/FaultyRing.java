package io.github.vertxaio.impl.engine;

import io.github.vertxaio.Errno;
import io.github.vertxaio.impl.sys.Sqe;
import io.github.vertxaio.impl.vertx.Ring;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A ring without a kernel: answers late, in any order, and with whatever a kernel might say. */
final class FaultyRing implements Ring {
  static final int[] ANSWERS = {
    0, 0, 0, 0, -Errno.EAGAIN, -Errno.EINTR, -Errno.ECANCELED, -Errno.EOPNOTSUPP, -Errno.EIO
  };

  /** With the ring: identities and tags. */
  final Map<Long, Integer> sent = new LinkedHashMap<>();

  /** Whether entries are answered; when not, they pile up. */
  boolean answers = true;

  boolean left;

  private final EventLoop loop;
  private final Listener listener;
  private final Random random;
  private long lastId;

  FaultyRing(EventLoop loop, Listener listener, Random random) {
    this.loop = loop;
    this.listener = listener;
    this.random = random;
  }

  @Override
  public long submit(Sqe sqe, int tag) {
    if (lastId > 0 && answers && random.nextInt(20) == 0) {
      return REFUSED;
    }
    sent.put(++lastId, tag);
    if (lastId == 1) {
      answer(1, 0);
    } else if (answers) {
      loop.execute(this::answerOne);
    }
    return lastId;
  }

  private void answerOne() {
    List<Long> waiting = new ArrayList<>(sent.keySet());
    if (!waiting.isEmpty()) {
      long id = waiting.get(random.nextInt(waiting.size()));
      answer(id, ANSWERS[random.nextInt(ANSWERS.length)]);
    }
  }

  /** Answers, not within the call that asks. */
  void answer(long id, int result) {
    loop.execute(
        () -> {
          Integer tag = sent.remove(id);
          if (tag != null) {
            listener.completed(tag, result);
          } else if (answers) {
            answerOne();
          }
        });
  }

  @Override
  public void cancel(long id) {
    if (random.nextBoolean()) {
      answer(id, -Errno.ECANCELED);
    }
  }

  @Override
  public void leave() {
    left = true;
  }
}
