package dev.eso4j.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A work queue with 32 threads")
class WorkQueueStressTest {
    private static final int KEYS = 50;
    private static final int PRODUCERS = 8;
    private static final int WORKERS = 24;
    private static final int EVENTS = 20_000;
    private static final long SEED = 20260302;

    @Test
    @DisplayName("never works on one key twice at once and loses no event")
    void soak() throws InterruptedException {
        WorkQueue<Integer> queue = new WorkQueue<>(Ticker.system());
        AtomicIntegerArray atWork = new AtomicIntegerArray(KEYS);
        AtomicLongArray written = new AtomicLongArray(KEYS);
        AtomicLongArray seen = new AtomicLongArray(KEYS);
        AtomicInteger collisions = new AtomicInteger();
        List<Thread> producers = new ArrayList<>();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            Random random = new Random(SEED + i);
            workers.add(new Thread(() -> work(queue, random, atWork, written, seen, collisions), "worker-" + i));
        }
        for (int i = 0; i < PRODUCERS; i++) {
            Random random = new Random(SEED - 1 - i);
            producers.add(new Thread(() -> produce(queue, random, written), "producer-" + i));
        }
        workers.forEach(Thread::start);
        producers.forEach(Thread::start);
        for (Thread producer : producers) {
            producer.join();
        }
        // What a run saw is what was written when it began: only a run after the last event sees all of it.
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (int key = 0; key < KEYS; key++) {
                assertThat(seen.get(key))
                        .as("events of key %s, seed %s", key, SEED)
                        .isEqualTo(written.get(key));
            }
        });
        queue.close();
        for (Thread worker : workers) {
            worker.join(10_000);
            assertThat(worker.isAlive()).isFalse();
        }
        assertThat(collisions).hasValue(0);
        assertThat(queue.depth().inWork()).isZero();
    }

    private static void produce(WorkQueue<Integer> queue, Random random, AtomicLongArray written) {
        for (int i = 0; i < EVENTS; i++) {
            int key = random.nextInt(KEYS);
            written.incrementAndGet(key);
            switch (random.nextInt(4)) {
                case 0 -> queue.add(key, Lane.REFRESH, Long.MIN_VALUE);
                case 1 -> queue.addAfter(key, random.nextInt(100_000), System.nanoTime());
                default -> queue.changed(key);
            }
        }
    }

    private static void work(
            WorkQueue<Integer> queue,
            Random random,
            AtomicIntegerArray atWork,
            AtomicLongArray written,
            AtomicLongArray seen,
            AtomicInteger collisions) {
        try {
            for (Optional<Request<Integer>> next = queue.take(); next.isPresent(); next = queue.take()) {
                int key = next.get().key();
                if (atWork.incrementAndGet(key) != 1) {
                    collisions.incrementAndGet();
                }
                seen.set(key, written.get(key));
                Thread.onSpinWait();
                atWork.decrementAndGet(key);
                queue.done(
                        key,
                        switch (random.nextInt(8)) {
                            case 0 -> Result.after(Duration.ofHours(1));
                            case 1 -> Result.after(Duration.ofNanos(random.nextInt(10_000)));
                            default -> Result.done();
                        });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
