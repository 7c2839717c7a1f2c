package io.github.vertxaio.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.AioGroup;
import io.github.vertxaio.AioRequest;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Groups, as the manual of IO::AIO describes them. */
class GroupTest {
  private static final long MILLI = EngineTest.MILLI;

  @EverySetup
  void empty_finishes(Setup setup) {
    assertNull(setup.await(() -> setup.aio().<String>group()));
    assertEquals("x", setup.await(() -> setup.aio().<String>group().result("x")));
  }

  @EverySetup
  void finishesAfterItsMembersHandlers(Setup setup) {
    List<String> order = new ArrayList<>();
    setup.await(
        () -> {
          AioGroup<Void> group = setup.aio().group();
          for (int i = 0; i < 5; i++) {
            group.add(setup.aio().nop()).onSuccess(done -> order.add("member"));
          }
          return group.onSuccess(done -> order.add("group"));
        });
    assertEquals(List.of("member", "member", "member", "member", "member", "group"), order);
  }

  @EverySetup
  void handlersOfMembersMayAdd(Setup setup) {
    String result =
        setup.await(
            () -> {
              AioGroup<String> group = setup.aio().group();
              group
                  .add(setup.aio().nop())
                  .onSuccess(
                      one ->
                          group
                              .add(setup.aio().nop())
                              .onSuccess(two -> group.add(setup.aio().nop()))
                              .onSuccess(two -> group.result("deep")));
              return group;
            });
    assertEquals("deep", result);
  }

  @EverySetup
  void failuresOfMembersAreNotItsOwn(Setup setup) {
    assertNull(
        setup.await(
            () -> {
              AioGroup<Void> group = setup.aio().group();
              group.add(setup.aio().stat("/none"));
              return group;
            }));
    Throwable failure = new IllegalStateException("mine");
    Throwable seen =
        setup.fails(IllegalStateException.class, () -> setup.aio().group().fail(failure));
    assertSame(failure, seen);
    assertEquals(
        "last", setup.await(() -> setup.aio().<String>group().fail(failure).result("last")));
  }

  @EverySetup
  void nests(Setup setup) {
    List<String> order = new ArrayList<>();
    setup.await(
        () -> {
          AioGroup<Void> outer = setup.aio().group();
          AioGroup<Void> inner = outer.add(setup.aio().<Void>group());
          inner.add(setup.aio().busy(5 * MILLI)).onSuccess(done -> order.add("member"));
          inner.onSuccess(done -> order.add("inner"));
          return outer.onSuccess(done -> order.add("outer"));
        });
    assertEquals(List.of("member", "inner", "outer"), order);
  }

  @EverySetup
  void refusesItselfAndItsOwners(Setup setup) {
    setup.await(
        () -> {
          AioGroup<Void> outer = setup.aio().group();
          AioGroup<Void> inner = outer.add(setup.aio().<Void>group());
          assertThrows(IllegalArgumentException.class, () -> outer.add(outer));
          assertThrows(IllegalArgumentException.class, () -> inner.add(outer));
          AioRequest<Void> taken = inner.add(setup.aio().nop());
          assertThrows(IllegalStateException.class, () -> outer.add(taken));
          assertThrows(NullPointerException.class, () -> outer.add(null));
          return outer;
        });
  }

  @EverySetup
  void refusesMembersWhenItHasFinished(Setup setup) {
    List<AioGroup<Void>> finished = new ArrayList<>();
    setup.await(
        () -> {
          finished.add(setup.aio().group());
          return finished.get(0);
        });
    setup.await(
        () -> {
          AioRequest<Void> late = setup.aio().nop();
          assertThrows(IllegalStateException.class, () -> finished.get(0).add(late));
          return late;
        });
  }

  @EverySetup
  void takesRequestsThatAreDone(Setup setup) {
    List<AioRequest<Void>> done = new ArrayList<>();
    setup.await(
        () -> {
          done.add(setup.aio().nop());
          return done.get(0);
        });
    setup.await(
        () -> {
          AioGroup<Void> group = setup.aio().group();
          group.add(done.get(0));
          return group;
        });
  }

  @EverySetup
  void feederKeepsToItsLimit(Setup setup) {
    int[] active = {0};
    int[] most = {0};
    int[] made = {0};
    setup.await(
        () -> {
          AioGroup<Void> group = setup.aio().group();
          group.limit(4);
          group.feed(
              fed -> {
                if (made[0]++ < 200) {
                  most[0] = Math.max(most[0], ++active[0]);
                  fed.add(setup.aio().nop()).onComplete(done -> active[0]--);
                }
              });
          assertEquals(0, made[0], "a feeder does not run inside feed");
          return group;
        });
    assertEquals(201, made[0], "the call that adds nothing is the last");
    assertTrue(most[0] <= 4, "active: " + most[0]);
    assertEquals(0, active[0]);
  }

  @EverySetup
  void feederHasALimitOfTwoByDefault(Setup setup) {
    int[] most = {0};
    int[] active = {0};
    int[] made = {0};
    setup.await(
        () ->
            setup
                .aio()
                .group()
                .feed(
                    fed -> {
                      if (made[0]++ < 20) {
                        most[0] = Math.max(most[0], ++active[0]);
                        fed.add(setup.aio().busy(MILLI)).onComplete(done -> active[0]--);
                      }
                    }));
    assertEquals(2, most[0]);
  }

  @EverySetup
  void limitZeroPausesAndALaterOneGoesOn(Setup setup) {
    int[] made = {0};
    AioGroup<?>[] paused = new AioGroup<?>[1];
    Future<Object> result =
        setup.onContext(
            () -> {
              AioGroup<Object> group = setup.aio().group();
              paused[0] = group;
              return group.feed(fed -> feedUpTo(setup, fed, made, 10)).limit(0);
            });
    for (int i = 0; i < 5; i++) {
      setup.await(() -> setup.aio().nop());
    }
    assertEquals(0, made[0]);
    assertFalse(result.isComplete());
    setup.context().runOnContext(ignored -> paused[0].limit(3));
    Setup.await(result);
    assertEquals(11, made[0]);
  }

  private static void feedUpTo(Setup setup, AioGroup<Object> group, int[] made, int count) {
    if (made[0]++ < count) {
      group.add(setup.aio().nop());
    }
  }

  @EverySetup
  void cancelSubs_cancelsMembersAndFinishes(Setup setup) {
    setup.aio().limits().maxParallel(1);
    List<AioRequest<Void>> members = new ArrayList<>();
    String result =
        setup.await(
            () -> {
              AioGroup<String> group = setup.aio().group();
              for (int i = 0; i < 3; i++) {
                members.add(group.add(setup.aio().busy(30 * MILLI)));
              }
              group.result("early").feed(fed -> fed.add(setup.aio().nop()));
              group.cancelSubs();
              AioRequest<Void> late = setup.aio().nop();
              assertThrows(IllegalStateException.class, () -> group.add(late));
              return group;
            });
    assertEquals("early", result);
    members.forEach(
        member -> assertTrue(member.cause() instanceof CancellationException, member.toString()));
    setup.aio().limits().minParallel(8);
  }

  @EverySetup
  void cancel_cancelsTheWholeTree(Setup setup) {
    List<AioRequest<?>> all = new ArrayList<>();
    setup.fails(
        CancellationException.class,
        () -> {
          AioGroup<Void> outer = setup.aio().group();
          AioGroup<Void> inner = outer.add(setup.aio().<Void>group());
          all.add(outer);
          all.add(inner);
          all.add(inner.add(setup.aio().busy(20 * MILLI)));
          all.add(outer.add(setup.aio().busy(20 * MILLI)));
          assertTrue(outer.cancel());
          return outer;
        });
    all.forEach(
        request -> assertTrue(request.cause() instanceof CancellationException, "" + request));
  }

  @EverySetup
  void feederThatThrowsIsRemoved(Setup setup) {
    int[] calls = {0};
    setup.context().exceptionHandler(e -> {});
    setup.await(
        () ->
            setup
                .aio()
                .group()
                .feed(
                    fed -> {
                      calls[0]++;
                      fed.add(setup.aio().nop());
                      throw new IllegalStateException("feeder");
                    }));
    assertEquals(1, calls[0]);
  }
}
