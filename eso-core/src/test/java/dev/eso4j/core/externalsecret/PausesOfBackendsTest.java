package dev.eso4j.core.externalsecret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.spi.ThrottledException;
import dev.eso4j.core.SyncBench;
import dev.eso4j.core.runtime.Result;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A backend that asks for a pause")
class PausesOfBackendsTest {
    private final SyncBench bench = new SyncBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private Result throttled(Duration pause) {
        bench.load("""
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: store, namespace: shop}
                spec: {provider: {memory: {}}, retrySettings: {maxRetries: 0}}
                """);
        bench.externalSecret("db");
        bench.backend.failure = () -> new ThrottledException("too many requests", "wait", pause, null);
        return bench.changed("db");
    }

    @Test
    @DisplayName("longer than a worker waits gets exactly that from the queue")
    void longPause() {
        assertThat(throttled(Duration.ofMinutes(5))).isEqualTo(Result.after(Duration.ofMinutes(5)));
        assertThat(bench.ready("db").message()).contains("too many requests");
    }

    @Test
    @DisplayName("of a few seconds gets at least that, and the back-off if it is longer")
    void shortPause() {
        assertThat(throttled(Duration.ofSeconds(3))).isEqualTo(new Result.Retry(Duration.ofSeconds(3)));
    }

    @Test
    @DisplayName("of a day gets an hour, for a typing error at the backend must not stop a refresh for good")
    void absurdPause() {
        assertThat(throttled(Duration.ofDays(1))).isEqualTo(Result.after(Duration.ofHours(1)));
    }
}
