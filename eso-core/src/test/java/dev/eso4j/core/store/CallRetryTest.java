package dev.eso4j.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.ThrottledException;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.ManualClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A call of a backend")
class CallRetryTest {
    private static final Duration SHORT = Duration.ofMillis(1);
    private final ManualClock clock = new ManualClock();
    private final StoreGates gates = new StoreGates(clock, 4, StoreGates.LIMIT, null);
    private final StoreGate gate = gates.gate(new StoreIdentity("SecretStore", "shop", "store", "", 1, ""));
    private int attempts;

    private String call(CallRetry retry, SecretsException... failures) {
        Deque<SecretsException> left = new ArrayDeque<>(List.of(failures));
        return retry.run(
                () -> {
                    attempts++;
                    SecretsException failure = left.poll();
                    if (failure != null) {
                        throw failure;
                    }
                    return "answer";
                },
                gate);
    }

    private static UnavailableException away() {
        return new UnavailableException("away", "", null, null);
    }

    private static ThrottledException throttled(Duration retryAfter) {
        return new ThrottledException("slow down", "", retryAfter, null);
    }

    @Test
    @DisplayName("is made once when it succeeds")
    void once() {
        assertThat(call(new CallRetry(2, SHORT))).isEqualTo("answer");
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    @DisplayName("is made again after a failure that may pass")
    void again() {
        assertThat(call(new CallRetry(2, SHORT), away(), away())).isEqualTo("answer");
        assertThat(attempts).isEqualTo(3);
    }

    @Test
    @DisplayName("fails with the last error when all retries are used up")
    void exhausted() {
        assertThatThrownBy(() -> call(new CallRetry(2, SHORT), away(), away(), throttled(null)))
                .isInstanceOf(ThrottledException.class);
        assertThat(attempts).isEqualTo(3);
    }

    @Test
    @DisplayName("is not made again when that cannot help")
    void useless() {
        assertThatThrownBy(() -> call(new CallRetry(2, SHORT), new AccessDeniedException("no", "")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> call(new CallRetry(2, SHORT), new NotFoundException("none", "")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> call(new CallRetry(2, SHORT), away(), new NotFoundException("none", "")))
                .isInstanceOf(NotFoundException.class);
        assertThat(attempts).isEqualTo(4);
    }

    @Test
    @DisplayName("is not made again where the store wants no retries")
    void switchedOff() {
        assertThatThrownBy(() -> call(new CallRetry(0, SHORT), away())).isInstanceOf(UnavailableException.class);
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    @DisplayName("waits as long as the backend asked, whatever the interval is")
    void retryAfter() {
        long start = System.nanoTime();
        assertThat(call(new CallRetry(2, Duration.ofMinutes(1)), throttled(Duration.ofMillis(30))))
                .isEqualTo("answer");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(30), Duration.ofSeconds(30));
    }

    @Test
    @DisplayName("is left to the queue when the backend asks for more time than a worker should stand still")
    void tooLong() {
        long start = System.nanoTime();
        assertThatThrownBy(() -> call(new CallRetry(2, SHORT), throttled(Duration.ofMinutes(5))))
                .isInstanceOf(ThrottledException.class);
        assertThat(attempts).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("is not made again when the store's budget of retries is used up")
    void budget() {
        while (gate.mayRetry()) {
            attempts = 0;
        }
        assertThatThrownBy(() -> call(new CallRetry(2, SHORT), away())).isInstanceOf(UnavailableException.class);
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    @DisplayName("is not made again when others have found out meanwhile that the store fails constantly")
    void circuit() {
        for (int i = 0; i < Circuit.FAILURES; i++) {
            gate.failed(away());
        }
        assertThatThrownBy(() -> call(new CallRetry(2, SHORT), away())).isInstanceOf(UnavailableException.class);
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    @DisplayName("is not made again by a thread that was interrupted")
    void interrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> call(new CallRetry(2, SHORT), away())).isInstanceOf(UnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempts).isEqualTo(1);
    }
}
