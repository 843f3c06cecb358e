package dev.eso4j.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.eso4j.core.ManualClock;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A work queue")
class WorkQueueTest {
    private final ManualClock clock = new ManualClock();
    private final WorkQueue<String> queue = new WorkQueue<>(clock);

    private String next() {
        return queue.poll().map(Request::key).orElse("nothing");
    }

    private void finish(String key) {
        queue.done(key, Result.done());
    }

    private static long nanos(String duration) {
        return Duration.parse(duration).toNanos();
    }

    @Test
    @DisplayName("wakes one worker for each key that is due, and not all of them")
    void oneTimekeeper() throws InterruptedException {
        WorkQueue<Integer> timed = new WorkQueue<>(Ticker.system());
        List<Thread> workers = new ArrayList<>();
        Map<Thread, Long> waits = new ConcurrentHashMap<>();
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 16; i++) {
            Thread worker = new Thread(() -> {
                try {
                    for (Optional<Request<Integer>> next = timed.take(); next.isPresent(); next = timed.take()) {
                        done.add(next.get().key());
                        timed.done(next.get().key(), Result.done());
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                ThreadInfo self = ManagementFactory.getThreadMXBean()
                        .getThreadInfo(Thread.currentThread().getId());
                waits.put(Thread.currentThread(), self.getWaitedCount());
            });
            workers.add(worker);
            worker.start();
        }
        for (int key = 0; key < 200; key++) {
            timed.addAfter(key, nanos("PT0.001S") * (key + 50), Long.MIN_VALUE);
        }
        await().until(() -> done.size() == 200);
        timed.close();
        for (Thread worker : workers) {
            worker.join(10_000);
        }
        assertThat(waits).hasSize(16);
        // Each key lets one worker go and another take over the clock; before, it woke all 16 for each.
        assertThat(waits.values().stream().mapToLong(Long::longValue).sum()).isLessThan(200 * 5 + 16 * 4);
    }

    @Nested
    @DisplayName("hands out")
    class HandsOut {
        @Test
        @DisplayName("a key once, however often it was added")
        void once() {
            queue.changed("a");
            queue.changed("a");
            queue.add("a", Lane.REFRESH, Long.MIN_VALUE);
            assertThat(next()).isEqualTo("a");
            assertThat(next()).isEqualTo("nothing");
        }

        @Test
        @DisplayName("keys in the order in which they were added")
        void inOrder() {
            List.of("c", "a", "b").forEach(queue::changed);
            assertThat(List.of(next(), next(), next())).containsExactly("c", "a", "b");
        }

        @Test
        @DisplayName("a key that is worked on to nobody else")
        void neverTwiceAtOnce() {
            queue.changed("a");
            next();
            queue.changed("a");
            assertThat(next()).isEqualTo("nothing");
        }

        @Test
        @DisplayName("a key once more when it changed, however often, while it was worked on")
        void oneRerun() {
            queue.changed("a");
            next();
            queue.changed("a");
            queue.changed("a");
            finish("a");
            assertThat(next()).isEqualTo("a");
            finish("a");
            assertThat(next()).isEqualTo("nothing");
        }

        @Test
        @DisplayName("a rerun at once, whatever the run that is ending asks for")
        void rerunBeatsResult() {
            queue.changed("a");
            next();
            queue.changed("a");
            queue.done("a", Result.after(Duration.ofHours(1)));
            assertThat(next()).isEqualTo("a");
            queue.changed("a");
            queue.done("a", Result.retry());
            assertThat(next()).isEqualTo("a");
        }

        @Test
        @DisplayName("a rerun in the first lane if one of the events was a change")
        void rerunLane() {
            queue.changed("a");
            next();
            queue.add("a", Lane.REFRESH, Long.MIN_VALUE);
            queue.changed("a");
            queue.add("a", Lane.REFRESH, Long.MIN_VALUE);
            finish("a");
            assertThat(queue.poll().orElseThrow().lane()).isEqualTo(Lane.CHANGED);
        }

        @Test
        @DisplayName("nothing for a key whose work nobody has begun: ending it is a mistake")
        void endWithoutBeginning() {
            assertThatThrownBy(() -> finish("a")).isInstanceOf(IllegalStateException.class);
        }

        @Test
        @DisplayName("to a waiting worker what is added later")
        void wakesWaiting() throws Exception {
            CompletableFuture<String> taken = CompletableFuture.supplyAsync(() -> {
                try {
                    return queue.take().orElseThrow().key();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            queue.changed("a");
            assertThat(taken.get(10, TimeUnit.SECONDS)).isEqualTo("a");
        }
    }

    @Nested
    @DisplayName("has two lanes, of which")
    class Lanes {
        @Test
        @DisplayName("changes go first")
        void changesFirst() {
            queue.add("clock", Lane.REFRESH, Long.MIN_VALUE);
            queue.changed("person");
            assertThat(List.of(next(), next())).containsExactly("person", "clock");
        }

        @Test
        @DisplayName("a key that waits in the second moves to the first when it changes, and is handed out once")
        void movesUp() {
            queue.add("a", Lane.REFRESH, Long.MIN_VALUE);
            queue.add("b", Lane.REFRESH, Long.MIN_VALUE);
            queue.changed("b");
            assertThat(queue.depth().changed()).isEqualTo(1);
            assertThat(queue.depth().refresh()).isEqualTo(1);
            assertThat(List.of(next(), next(), next())).containsExactly("b", "a", "nothing");
        }

        @Test
        @DisplayName("a key that waits in the first stays there when the clock adds it")
        void staysUp() {
            queue.changed("a");
            queue.add("a", Lane.REFRESH, Long.MIN_VALUE);
            assertThat(queue.poll().orElseThrow().lane()).isEqualTo(Lane.CHANGED);
            assertThat(next()).isEqualTo("nothing");
        }

        @Test
        @DisplayName("the second gets every 16th turn, so that refreshes never starve")
        void fairShare() {
            for (int i = 0; i < 100; i++) {
                queue.changed("person-" + i);
                queue.add("clock-" + i, Lane.REFRESH, Long.MIN_VALUE);
            }
            List<Lane> lanes = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                Request<String> request = queue.poll().orElseThrow();
                lanes.add(request.lane());
                finish(request.key());
            }
            assertThat(lanes.stream().filter(l -> l == Lane.REFRESH)).hasSize(4);
            assertThat(lanes.subList(0, 15)).containsOnly(Lane.CHANGED);
            assertThat(lanes.get(15)).isEqualTo(Lane.REFRESH);
        }
    }

    @Nested
    @DisplayName("tells how long keys wait:")
    class Waiting {
        @Test
        @DisplayName("the oldest of each lane, from the moment at which it could have been worked on")
        void oldest() {
            queue.addAfter("refresh", nanos("PT10S"), Long.MIN_VALUE);
            queue.changed("first");
            clock.advance(Duration.ofSeconds(3));
            queue.changed("second");
            clock.advance(Duration.ofSeconds(12));
            assertThat(queue.depth().oldestChanged()).isEqualTo(nanos("PT15S"));
            assertThat(queue.depth().oldestRefresh()).isEqualTo(nanos("PT5S"));
            assertThat(queue.poll().orElseThrow().waited()).isEqualTo(nanos("PT15S"));
            assertThat(queue.depth().oldestChanged()).isEqualTo(nanos("PT12S"));
            queue.poll();
            assertThat(queue.poll().orElseThrow().waited()).isEqualTo(nanos("PT5S"));
            assertThat(queue.depth().oldestChanged()).isZero();
            assertThat(queue.depth().oldestRefresh()).isZero();
        }

        @Test
        @DisplayName("a key that moves to the first lane keeps the time that it has waited")
        void moved() {
            queue.add("a", Lane.REFRESH, Long.MIN_VALUE);
            clock.advance(Duration.ofSeconds(4));
            queue.changed("a");
            clock.advance(Duration.ofSeconds(1));
            assertThat(queue.depth().oldestChanged()).isEqualTo(nanos("PT5S"));
            assertThat(queue.depth().oldestRefresh()).isZero();
            assertThat(queue.poll().orElseThrow().waited()).isEqualTo(nanos("PT5S"));
        }
    }

    @Nested
    @DisplayName("keeps delayed keys, which")
    class Delayed {
        @Test
        @DisplayName("are handed out when due and not before")
        void due() {
            queue.addAfter("a", nanos("PT10S"), Long.MIN_VALUE);
            clock.advance(Duration.ofSeconds(9));
            assertThat(next()).isEqualTo("nothing");
            clock.advance(Duration.ofSeconds(1));
            assertThat(queue.poll()).hasValue(new Request<>("a", Lane.REFRESH, Long.MIN_VALUE));
        }

        @Test
        @DisplayName("are handed out in the order of their times")
        void ordered() {
            queue.addAfter("late", nanos("PT3S"), Long.MIN_VALUE);
            queue.addAfter("early", nanos("PT1S"), Long.MIN_VALUE);
            queue.addAfter("middle", nanos("PT2S"), Long.MIN_VALUE);
            clock.advance(Duration.ofSeconds(5));
            assertThat(List.of(next(), next(), next())).containsExactly("early", "middle", "late");
        }

        @Test
        @DisplayName("keep the earliest of several times")
        void earliest() {
            queue.addAfter("a", nanos("PT5S"), Long.MIN_VALUE);
            queue.addAfter("a", nanos("PT9S"), Long.MIN_VALUE);
            queue.addAfter("b", nanos("PT9S"), Long.MIN_VALUE);
            queue.addAfter("b", nanos("PT5S"), Long.MIN_VALUE);
            clock.advance(Duration.ofSeconds(5));
            assertThat(List.of(next(), next())).containsExactly("a", "b");
            finish("a");
            finish("b");
            clock.advance(Duration.ofSeconds(10));
            assertThat(next()).isEqualTo("nothing");
        }

        @Test
        @DisplayName("are handed out at once when they change, and then not again at the old time")
        void superseded() {
            queue.addAfter("a", nanos("PT10S"), Long.MIN_VALUE);
            queue.changed("a");
            assertThat(next()).isEqualTo("a");
            finish("a");
            clock.advance(Duration.ofSeconds(20));
            assertThat(next()).isEqualTo("nothing");
        }

        @Test
        @DisplayName("are left out when they wait for a worker already")
        void waitingAlready() {
            queue.changed("a");
            queue.addAfter("a", nanos("PT10S"), Long.MIN_VALUE);
            assertThat(queue.depth().delayed()).isZero();
        }

        @Test
        @DisplayName("can be forgotten, unless they are worked on or wait for a worker")
        void forgotten() {
            queue.addAfter("a", nanos("PT10S"), Long.MIN_VALUE);
            queue.forget("a");
            queue.changed("b");
            queue.forget("b");
            clock.advance(Duration.ofSeconds(20));
            assertThat(List.of(next(), next())).containsExactly("b", "nothing");
            queue.forget("b");
            finish("b");
        }

        @Test
        @DisplayName("come back after the time that a run asks for")
        void afterRun() {
            queue.changed("a");
            next();
            queue.done("a", Result.after(Duration.ofMinutes(1)));
            clock.advance(Duration.ofSeconds(59));
            assertThat(next()).isEqualTo("nothing");
            clock.advance(Duration.ofSeconds(1));
            assertThat(next()).isEqualTo("a");
        }

        @Test
        @DisplayName("are not lost when they were delayed while a run was going on, whatever that run asks for")
        void delayedWhileWorking() {
            queue.changed("a");
            next();
            queue.addAfter("a", nanos("PT1S"), clock.nanos());
            queue.done("a", Result.after(Duration.ofHours(1)));
            clock.advance(Duration.ofSeconds(1));
            assertThat(next()).isEqualTo("a");
            queue.addAfter("a", nanos("PT1S"), clock.nanos());
            queue.done("a", Result.retry());
            assertThat(queue.depth().delayed()).isEqualTo(1);
            clock.advance(Duration.ofSeconds(1));
            assertThat(next()).isEqualTo("a");
        }

        @Test
        @DisplayName("are handed out after the run when their time came during it")
        void dueWhileWorking() {
            queue.changed("a");
            next();
            queue.addAfter("a", nanos("PT1S"), clock.nanos());
            clock.advance(Duration.ofSeconds(2));
            assertThat(next()).isEqualTo("nothing");
            queue.done("a", Result.after(Duration.ofHours(1)));
            assertThat(next()).isEqualTo("a");
        }
    }

    @Nested
    @DisplayName("backs off")
    class BacksOff {
        private Duration delayAfterFailure(String key) {
            queue.done(key, Result.retry());
            Duration waited = Duration.ZERO;
            while (waited.compareTo(Duration.ofHours(1)) < 0) {
                Optional<Request<String>> request = queue.poll();
                if (request.isPresent()) {
                    return waited;
                }
                clock.advance(Duration.ofSeconds(1));
                waited = waited.plusSeconds(1);
            }
            throw new AssertionError("it never came back");
        }

        @Test
        @DisplayName("1 s, 2 s, 4 s … and at most 7 min")
        void doubling() {
            queue.changed("a");
            next();
            List<Long> seconds = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                seconds.add(delayAfterFailure("a").toSeconds());
            }
            assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 420L, 420L, 420L);
        }

        @Test
        @DisplayName("from the beginning after a run that did not fail")
        void forgetsAfterSuccess() {
            queue.changed("a");
            next();
            delayAfterFailure("a");
            delayAfterFailure("a");
            finish("a");
            queue.changed("a");
            next();
            assertThat(delayAfterFailure("a")).isEqualTo(Duration.ofSeconds(1));
        }

        @Test
        @DisplayName("without keeping a change waiting, and goes on counting afterwards")
        void changeEndsWaiting() {
            queue.changed("a");
            next();
            queue.done("a", Result.retry());
            queue.changed("a");
            assertThat(next()).isEqualTo("a");
            assertThat(delayAfterFailure("a")).isEqualTo(Duration.ofSeconds(2));
        }

        @Test
        @DisplayName("all keys together to ten a second once a hundred have failed")
        void sharedBucket() {
            for (int i = 0; i < 150; i++) {
                queue.changed("k" + i);
            }
            for (int i = 0; i < 150; i++) {
                queue.done(next(), Result.retry());
            }
            clock.advance(Duration.ofSeconds(1));
            int atOnce = 0;
            while (queue.poll().isPresent()) {
                atOnce++;
            }
            assertThat(atOnce).isEqualTo(110);
            clock.advance(Duration.ofSeconds(1));
            int nextSecond = 0;
            while (queue.poll().isPresent()) {
                nextSecond++;
            }
            assertThat(nextSecond).isEqualTo(10);
        }

        @Test
        @DisplayName("and counts the retries")
        void counted() {
            queue.changed("a");
            next();
            queue.done("a", Result.retry());
            assertThat(queue.depth()).isEqualTo(new QueueDepth(0, 0, 1, 0, 1, 1, 0, 0));
        }
    }

    @Nested
    @DisplayName("says of a key when it last changed:")
    class ChangedAt {
        @Test
        @DisplayName("the time of the last of its changes")
        void last() {
            clock.advance(Duration.ofNanos(5));
            queue.changed("a");
            clock.advance(Duration.ofNanos(5));
            queue.changed("a");
            queue.add("a", Lane.REFRESH, Long.MIN_VALUE);
            assertThat(queue.poll().orElseThrow().changedAt()).isEqualTo(10);
        }

        @Test
        @DisplayName("never, when only the clock asked for it")
        void never() {
            queue.add("a", Lane.REFRESH, Long.MIN_VALUE);
            assertThat(queue.poll().orElseThrow().changedAt()).isEqualTo(Long.MIN_VALUE);
        }

        @Test
        @DisplayName("the change of a rerun, and not the one that the run before has answered to")
        void rerun() {
            queue.changed("a");
            next();
            clock.advance(Duration.ofNanos(7));
            queue.changed("a");
            finish("a");
            assertThat(queue.poll().orElseThrow().changedAt()).isEqualTo(7);
            queue.done("a", Result.after(Duration.ofSeconds(1)));
            clock.advance(Duration.ofSeconds(1));
            assertThat(queue.poll().orElseThrow().changedAt()).isEqualTo(Long.MIN_VALUE);
        }

        @Test
        @DisplayName("the change that a delayed key answers to")
        void delayed() {
            clock.advance(Duration.ofNanos(3));
            queue.addAfter("a", 10, clock.nanos());
            clock.advance(Duration.ofNanos(10));
            assertThat(queue.poll().orElseThrow().changedAt()).isEqualTo(3);
        }
    }

    @Nested
    @DisplayName("that is closed")
    class Closed {
        @Test
        @DisplayName("hands nothing out, takes nothing in, and lets work end")
        void nothing() {
            queue.changed("a");
            next();
            queue.changed("b");
            queue.close();
            queue.changed("c");
            queue.addAfter("d", 0, Long.MIN_VALUE);
            assertThat(next()).isEqualTo("nothing");
            queue.done("a", Result.retry());
            assertThat(queue.depth().inWork()).isZero();
            assertThat(queue.depth().delayed()).isZero();
        }

        @Test
        @DisplayName("sends waiting workers home")
        void wakes() throws Exception {
            CompletableFuture<Optional<Request<String>>> taken = CompletableFuture.supplyAsync(() -> {
                try {
                    return queue.take();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            queue.close();
            assertThat(taken.get(10, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Nested
    @DisplayName("when nothing can be done")
    class Blocked {
        @Test
        @DisplayName("hands nothing out for a quarter of a second, then longer, and five seconds at most")
        void pauses() {
            for (String millis : List.of("250", "500", "1000", "2000", "4000", "5000", "5000")) {
                queue.changed("a" + millis);
                queue.changed("b" + millis);
                String key = next();
                queue.done(key, Result.blocked());
                clock.advance(Duration.ofMillis(Long.parseLong(millis) - 1));
                assertThat(next()).isEqualTo("nothing");
                clock.advance(Duration.ofMillis(1));
                assertThat(next()).as("after %s ms", millis).isNotEqualTo("nothing");
            }
        }

        @Test
        @DisplayName("a thousand keys are all done five seconds after it is possible again")
        void recovers() {
            for (int i = 0; i < 1000; i++) {
                queue.changed("key-" + i);
            }
            int attempts = 0;
            for (long left = nanos("PT60S"); left > 0; left -= nanos("PT0.05S")) {
                for (Optional<Request<String>> r = queue.poll(); r.isPresent(); r = queue.poll()) {
                    attempts++;
                    queue.done(r.get().key(), Result.blocked());
                }
                clock.advance(Duration.ofMillis(50));
            }
            assertThat(attempts).as("attempts within a minute").isLessThan(25);
            clock.advance(Duration.ofSeconds(5));
            int done = 0;
            for (Optional<Request<String>> r = queue.poll(); r.isPresent(); r = queue.poll()) {
                queue.done(r.get().key(), Result.done());
                done++;
            }
            assertThat(done).isEqualTo(1000);
        }

        @Test
        @DisplayName("what was begun before and fails within the pause does not prolong it")
        void once() {
            List.of("a", "b", "c").forEach(queue::changed);
            List<String> taken = List.of(next(), next(), next());
            taken.forEach(key -> queue.done(key, Result.blocked()));
            queue.changed("d");
            clock.advance(Duration.ofMillis(250));
            assertThat(next()).isEqualTo("d");
        }

        @Test
        @DisplayName("a waiting worker goes on when the pause is over")
        void wakes() throws InterruptedException {
            WorkQueue<String> real = new WorkQueue<>(Ticker.system());
            real.changed("a");
            real.take();
            real.done("a", Result.blocked());
            real.changed("b");
            assertThat(CompletableFuture.supplyAsync(() -> {
                                try {
                                    return real.take().map(Request::key).orElse("nothing");
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            })
                            .orTimeout(20, TimeUnit.SECONDS)
                            .join())
                    .isEqualTo("b");
        }
    }

    @Test
    @DisplayName("does not retry before the time that the server asked to wait is over")
    void retryAfter() {
        queue.changed("a");
        queue.done(next(), Result.retry(Duration.ofSeconds(7)));
        clock.advance(Duration.ofMillis(6_999));
        assertThat(next()).isEqualTo("nothing");
        clock.advance(Duration.ofMillis(1));
        assertThat(next()).isEqualTo("a");
    }
}
