package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.ThrottledException;
import dev.eso4j.api.spi.ValidationResult;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A recording provider")
class RecordingProviderTest {
    private final RecordingProvider provider = new RecordingProvider("rec", () -> Instant.EPOCH);

    private SecretsClient client(String namespace) {
        return provider.connect(TestStores.context(
                TestStores.identity(namespace, "s"), "rec", Map.of(), StaticCredentials.ofStore(namespace)));
    }

    private static String read(SecretsClient client) {
        return client.read(RemoteKey.of("a")).value().utf8();
    }

    @Test
    @DisplayName("records every call with tenant, thread and time")
    void records() {
        provider.backend().put("a", "v");
        try (SecretsClient client = client("shop")) {
            assertThat(read(client)).isEqualTo("v");
            assertThat(provider.openClients()).isEqualTo(1);
        }
        assertThat(provider.calls()).extracting(RecordedCall::operation).containsExactly("connect", "read", "close");
        assertThat(provider.calls().get(1))
                .isEqualTo(new RecordedCall(
                        "read", "a", "shop", Thread.currentThread().getName(), Instant.EPOCH));
        assertThat(provider.count("read")).isEqualTo(1);
        assertThat(provider.openClients()).isZero();
        provider.forgetCalls();
        assertThat(provider.calls()).isEmpty();
    }

    @Test
    @DisplayName("keeps tenants apart that the test named")
    void tenants() {
        provider.backend().put("a", "shared");
        provider.backend("bank").put("a", "own");
        assertThat(read(client("shop"))).isEqualTo("shared");
        assertThat(read(client("bank"))).isEqualTo("own");
    }

    @Test
    @DisplayName("fails as often as it is told, and then no more")
    void fails() {
        provider.backend().put("a", "v").failNext(2, () -> new ThrottledException("slow down", "wait", null, null));
        SecretsClient client = client("shop");
        assertThatThrownBy(() -> read(client)).isInstanceOf(ThrottledException.class);
        assertThatThrownBy(() -> read(client)).isInstanceOf(ThrottledException.class);
        assertThat(read(client)).isEqualTo("v");
    }

    @Test
    @DisplayName("hangs until it is released")
    void hangs() {
        provider.backend().put("a", "v").hang();
        CompletableFuture<String> pending = CompletableFuture.supplyAsync(() -> read(client("shop")));
        await().until(() -> provider.backend().waiting() == 1);
        assertThat(pending).isNotDone();
        provider.backend().release();
        assertThat(pending.join()).isEqualTo("v");
    }

    @Test
    @DisplayName("does not serve clients that are closed")
    void closed() {
        SecretsClient client = client("shop");
        client.close();
        client.close();
        assertThat(provider.count("close")).isEqualTo(1);
        assertThatThrownBy(() -> read(client)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("checks and validates as it is told")
    void checks() {
        provider.checking(ValidationResult.failed("no"))
                .refusing("spec.x is wrong; fix it.")
                .referent();
        assertThat(client("shop").check()).isEqualTo(ValidationResult.failed("no"));
        assertThat(provider.validate(TestStores.spec(TestStores.identity("shop", "s"), "rec", Map.of())))
                .containsExactly("spec.x is wrong; fix it.");
        assertThat(provider.referent(TestStores.spec(TestStores.identity("shop", "s"), "rec", Map.of())))
                .isTrue();
    }

    @Test
    @DisplayName("loses objects that the test removes")
    void removes() {
        provider.backend().put("a", "v").remove("a");
        assertThat(provider.backend().objects()).isEmpty();
        SecretsClient client = client("shop");
        assertThatThrownBy(() -> read(client)).isInstanceOf(NotFoundException.class);
    }
}
