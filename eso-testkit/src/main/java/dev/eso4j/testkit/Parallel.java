package dev.eso4j.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs something on many threads that begin together. */
public final class Parallel {
    private static final int SECONDS = 60;

    private Parallel() {}

    /** What each thread does. */
    @FunctionalInterface
    public interface Work {
        /** Does the work of thread {@code index}. */
        void run(int index) throws Exception;
    }

    /**
     * Runs {@code work} on that many threads and waits for all, at most a minute.
     *
     * @throws AssertionError if one failed; the cause is its failure
     */
    public static void run(int threads, Work work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        try {
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int index = i;
                results.add(pool.submit(() -> {
                    start.await(SECONDS, TimeUnit.SECONDS);
                    work.run(index);
                    return null;
                }));
            }
            for (Future<?> result : results) {
                result.get(SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a thread failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("a thread did not end within " + SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
