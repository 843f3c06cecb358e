package dev.eso4j.core.externalsecret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.SyncBench;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.runtime.Result;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An immutable target")
class ImmutableTargetTest {
    private static final Duration INTERVAL = Duration.ofMinutes(70);
    private static final String STALE =
            "secret synced: the target is immutable and its data is older than the source;" + " keys that differ: user";
    private final SyncBench bench = new SyncBench();

    @BeforeEach
    void fill() {
        bench.backend.secrets.put("db", "{\"user\":\"canary-1\"}");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @DisplayName("is created immutable and keeps its data; Ready says that the source has other, an event says it once")
    void keepsData() {
        bench.externalSecret("db", "target: {immutable: true}");
        bench.changed("db");
        assertThat(bench.secret("db").orElseThrow().immutable()).isTrue();
        bench.events.clear();
        bench.backend.secrets.put("db", "{\"user\":\"canary-2\"}");
        bench.tickAfter(INTERVAL, "db");
        assertThat(bench.data("db")).hasValue(Map.of("user", "canary-1"));
        assertThat(bench.ready("db").status()).isEqualTo("True");
        assertThat(bench.ready("db").reason()).isEqualTo("SecretSynced");
        assertThat(bench.ready("db").message()).isEqualTo(STALE);
        assertThat(bench.events).containsExactly("Warning Outdated " + STALE);
        bench.tickAfter(INTERVAL, "db");
        assertThat(bench.events).hasSize(1);
        bench.backend.secrets.put("db", "{\"user\":\"canary-1\"}");
        bench.tickAfter(INTERVAL, "db");
        assertThat(bench.ready("db").message()).isEqualTo("secret synced");
    }

    @Test
    @DisplayName("that existed before is frozen with its data, and Ready says at once if that is not the source's")
    void freezes() {
        bench.externalSecret("db");
        bench.changed("db");
        bench.backend.secrets.put("db", "{\"user\":\"canary-2\"}");
        bench.clock.advance(INTERVAL);
        bench.patch(ResourceType.EXTERNAL_SECRETS, "db", Map.of("spec", Map.of("target", Map.of("immutable", true))));
        bench.changed("db");
        assertThat(bench.secret("db").orElseThrow().immutable()).isTrue();
        assertThat(bench.data("db")).hasValue(Map.of("user", "canary-1"));
        assertThat(bench.ready("db").message()).isEqualTo(STALE);
    }

    @Test
    @DisplayName("is made anew when it is deleted")
    void recreated() {
        bench.externalSecret("db", "target: {immutable: true}");
        bench.changed("db");
        bench.deleteSecret("db");
        bench.backend.secrets.put("db", "{\"user\":\"canary-2\"}");
        bench.clock.advance(Duration.ofSeconds(3));
        bench.changed("db");
        assertThat(bench.data("db")).hasValue(Map.of("user", "canary-2"));
    }

    @Test
    @DisplayName("of somebody else cannot be changed: the failure names the keys and is tried again at the interval")
    void foreign() {
        bench.externalSecret("db");
        bench.changed("db");
        bench.patch(ResourceType.SECRETS, "db", Map.of("immutable", true));
        bench.backend.secrets.put("db", "{\"user\":\"canary-2\"}");
        assertThat(bench.tickAfter(INTERVAL, "db")).isEqualTo(Result.after(Duration.ofHours(1)));
        assertThat(bench.ready("db").status()).isEqualTo("False");
        assertThat(bench.ready("db").message())
                .startsWith("could not update secret, target is immutable: ")
                .contains("[user]")
                .doesNotContain("canary");
    }
}
