package dev.eso4j.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.eso4j.core.ManualClock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A wait for somebody else")
class PatienceTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ManualClock clock = new ManualClock();
    private final Patience patience = new Patience(clock);
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger interrupts = new AtomicInteger();

    @AfterEach
    void close() {
        patience.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().equals("eso-patience"));
    }

    private String hang() {
        try {
            never.await();
            return "never";
        } catch (InterruptedException e) {
            interrupts.incrementAndGet();
            throw new IllegalStateException("interrupted");
        }
    }

    private CompletableFuture<String> inBackground(java.util.function.Supplier<String> work) {
        return CompletableFuture.supplyAsync(
                () -> patience.during(LIMIT, work, e -> new IllegalArgumentException("given up")));
    }

    @Test
    @DisplayName("gives what the work gives, or throws what it throws")
    void result() {
        assertThat(patience.during(LIMIT, () -> "answer", e -> e)).isEqualTo("answer");
        assertThatThrownBy(() -> patience.during(
                        LIMIT,
                        () -> {
                            throw new IllegalStateException("its own");
                        },
                        e -> new IllegalArgumentException("given up")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("its own");
    }

    @Test
    @DisplayName("is interrupted at its limit and not before, and its thread is as good as new")
    void limit() {
        CompletableFuture<Boolean> flagAfterwards = new CompletableFuture<>();
        CompletableFuture<Void> wait = CompletableFuture.runAsync(() -> {
            assertThatThrownBy(() -> patience.during(LIMIT, this::hang, e -> new IllegalArgumentException("given up")))
                    .hasMessage("given up");
            flagAfterwards.complete(Thread.currentThread().isInterrupted());
        });
        await().until(() -> patience.underWay() == 1);
        clock.advance(LIMIT.minusMillis(1));
        assertThat(wait).isNotDone();
        clock.advance(Duration.ofMillis(1));
        assertThat(flagAfterwards.orTimeout(10, TimeUnit.SECONDS).join()).isFalse();
        wait.join();
        assertThat(interrupts).hasValue(1);
        assertThat(patience.underWay()).isZero();
    }

    @Test
    @DisplayName("that swallows an interrupt is interrupted again")
    void swallowed() {
        CompletableFuture<String> wait = inBackground(() -> {
            for (int i = 0; i < 2; i++) {
                try {
                    hang();
                } catch (IllegalStateException e) {
                    // As a provider that tries again on its own.
                }
            }
            return hang();
        });
        await().until(() -> patience.underWay() == 1);
        clock.advance(LIMIT);
        assertThatThrownBy(() -> wait.get(10, TimeUnit.SECONDS)).hasMessageContaining("given up");
        assertThat(interrupts).hasValue(3);
    }

    @Test
    @DisplayName("does not end another one that has time left")
    void others() {
        CompletableFuture<String> old = inBackground(this::hang);
        await().until(() -> patience.underWay() == 1);
        clock.advance(LIMIT.dividedBy(2));
        CompletableFuture<String> young = inBackground(this::hang);
        await().until(() -> patience.underWay() == 2);
        clock.advance(LIMIT.dividedBy(2));
        assertThatThrownBy(() -> old.get(10, TimeUnit.SECONDS)).hasMessageContaining("given up");
        assertThat(young).isNotDone();
        never.countDown();
        assertThat(young.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("never");
    }

    @Test
    @DisplayName("for another thread's work ends with that work's own exception, or by an interrupt")
    void join() throws InterruptedException {
        assertThatThrownBy(() -> Patience.join(CompletableFuture.failedFuture(new IllegalStateException("theirs"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("theirs");
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                Patience.join(new CompletableFuture<String>());
            } catch (CancellationException e) {
                thrown.complete(e);
            }
        });
        waiting.start();
        waiting.interrupt();
        waiting.join(10_000);
        assertThat(thrown).isDone();
    }
}
