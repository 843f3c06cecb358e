package dev.eso4j.benchmarks.micro;

import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.Request;
import dev.eso4j.core.runtime.Result;
import dev.eso4j.core.runtime.Ticker;
import dev.eso4j.core.runtime.WorkQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to pass a key through the queue: add it, take one, and end the work on that. */
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class WorkQueueBenchmark {
    private static final int SCHEDULED = 10_000;

    private final WorkQueue<NamespacedName> queue = new WorkQueue<>(Ticker.system());
    private final AtomicInteger threads = new AtomicInteger();

    /** Creates a queue in which 10,000 keys wait for a time that does not come. */
    public WorkQueueBenchmark() {
        for (int i = 0; i < SCHEDULED; i++) {
            queue.addAfter(
                    new NamespacedName("waiting", "es-" + i), TimeUnit.HOURS.toNanos(1) + i * 1_000L, Long.MIN_VALUE);
        }
    }

    /** The keys of one thread; more than are ever under way, so that each one added is one to be taken. */
    @State(Scope.Thread)
    public static class Keys {
        private final NamespacedName[] keys = new NamespacedName[1_024];
        private int next;

        /** Creates the keys, unlike those of other threads. */
        public Keys() {}

        private NamespacedName next(WorkQueueBenchmark queue) {
            NamespacedName key = keys[next];
            if (key == null) {
                int thread = queue.threads.getAndIncrement();
                for (int i = 0; i < keys.length; i++) {
                    keys[i] = new NamespacedName("bench-" + thread, "es-" + i);
                }
                key = keys[next];
            }
            next = (next + 1) % keys.length;
            return key;
        }
    }

    /** One thread. */
    @Benchmark
    @Threads(1)
    public Request<NamespacedName> alone(Keys keys) throws InterruptedException {
        return pass(keys);
    }

    /** Eight threads at one queue. */
    @Benchmark
    @Threads(8)
    public Request<NamespacedName> eightThreads(Keys keys) throws InterruptedException {
        return pass(keys);
    }

    private Request<NamespacedName> pass(Keys keys) throws InterruptedException {
        queue.changed(keys.next(this));
        Request<NamespacedName> request = queue.take().orElseThrow();
        queue.done(request.key(), Result.done());
        return request;
    }
}
