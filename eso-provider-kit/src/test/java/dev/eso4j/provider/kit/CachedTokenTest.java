package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.ServiceAccountToken;
import dev.eso4j.api.spi.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A cached token")
class CachedTokenTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final AtomicInteger issued = new AtomicInteger();
    private volatile boolean broken;
    private final CachedToken token = new CachedToken(this::issue, now::get);

    private ServiceAccountToken issue() {
        if (broken) {
            throw new UnavailableException("no tokens now", "wait", null, null);
        }
        return new ServiceAccountToken(
                SecretValue.of("t" + issued.incrementAndGet()), now.get().plus(Duration.ofMinutes(100)));
    }

    private String at(int minute) {
        now.set(Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minute)));
        return token.get().utf8();
    }

    @Test
    @DisplayName("serves until four fifths of its lifetime are over")
    void renewsAtFourFifths() {
        assertThat(at(0)).isEqualTo("t1");
        assertThat(at(79)).isEqualTo("t1");
        assertThat(at(80)).isEqualTo("t2");
    }

    @Test
    @DisplayName("serves on when a renewal fails, until it expires")
    void survivesFailedRenewal() {
        assertThat(at(0)).isEqualTo("t1");
        broken = true;
        assertThat(at(99)).isEqualTo("t1");
        assertThatThrownBy(() -> at(100)).isInstanceOf(UnavailableException.class);
    }

    @Test
    @DisplayName("is replaced when it was refused, but a newer one is not")
    void invalidation() {
        SecretValue first = token.get();
        token.invalidate(first);
        assertThat(token.get().utf8()).isEqualTo("t2");
        token.invalidate(first);
        assertThat(token.get().utf8()).isEqualTo("t2");
    }

    @Test
    @DisplayName("is asked for once by many callers at the same time")
    void singleFlight() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        CachedToken slow = new CachedToken(
                () -> {
                    asked.countDown();
                    try {
                        answer.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return issue();
                },
                now::get);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<SecretValue>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                results.add(pool.submit(slow::get));
            }
            asked.await();
            answer.countDown();
            for (Future<SecretValue> result : results) {
                assertThat(result.get()).isEqualTo(SecretValue.of("t1"));
            }
            assertThat(issued).hasValue(1);
            assertThat(slow.toString()).doesNotContain("t1");
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @DisplayName("and other credentials lose one line break at their end, and no more")
    void trimming() {
        assertThat(Credentials.trimmed(SecretValue.of("a\n"))).isEqualTo(SecretValue.of("a"));
        assertThat(Credentials.trimmed(SecretValue.of("a\r\n"))).isEqualTo(SecretValue.of("a"));
        assertThat(Credentials.trimmed(SecretValue.of("a\n\n"))).isEqualTo(SecretValue.of("a\n"));
        assertThat(Credentials.trimmed(SecretValue.of(" a "))).isEqualTo(SecretValue.of(" a "));
        assertThat(Credentials.trimmed(SecretValue.empty())).isEqualTo(SecretValue.empty());
    }
}
