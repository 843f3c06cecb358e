package dev.eso4j.provider.builtin.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MetadataPolicy;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.PushRequest;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.ValidationResult;
import dev.eso4j.testkit.StaticCredentials;
import dev.eso4j.testkit.TestStores;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The fake provider")
class FakeStoreProviderTest {
    private final FakeStoreProvider provider = new FakeStoreProvider();

    private SecretsClient client(StoreIdentity identity, Map<String, ?> config) {
        return provider.connect(
                TestStores.context(identity, "fake", config, StaticCredentials.ofStore(identity.consumerNamespace())));
    }

    private SecretsClient client(List<Map<String, String>> data) {
        return client(TestStores.identity("shop", "fake"), Map.of("data", data));
    }

    private static Map<String, String> entry(String key, String value, String version) {
        return Map.of("key", key, "value", value, "version", version);
    }

    private static PushRequest push(String key, String value) {
        return new PushRequest(key, null, Map.of("k", SecretValue.of(value)), "k", Map.of());
    }

    @Test
    @DisplayName("is found by its service file, serves the member fake, and is not maintained")
    void isRegistered() {
        assertThat(ServiceLoader.load(SecretStoreProvider.class))
                .anySatisfy(each -> assertThat(each).isInstanceOf(FakeStoreProvider.class));
        assertThat(provider.name()).isEqualTo("fake");
        assertThat(provider.maintained()).isFalse();
    }

    @Test
    @DisplayName("does not mistake key ab of version c for key a of version bc")
    void keysAndVersionsDoNotRunTogether() {
        SecretsClient client = client(List.of(entry("ab", "one", "c"), entry("a", "two", "bc")));
        assertThat(client.read(new RemoteKey("ab", "c", MetadataPolicy.NONE)).value())
                .isEqualTo(SecretValue.of("one"));
        assertThat(client.read(new RemoteKey("a", "bc", MetadataPolicy.NONE)).value())
                .isEqualTo(SecretValue.of("two"));
        assertThatThrownBy(() -> client.read(RemoteKey.of("ab"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    @DisplayName("finds the greatest version by the order of strings")
    void findsGreatestVersion() {
        SecretsClient client =
                client(List.of(entry("a", "none", ""), entry("a", "ten", "v10"), entry("a", "nine", "v9")));
        assertThat(client.find(new FindRequest(null, "a", null)).get("a").value())
                .isEqualTo(SecretValue.of("nine"));
    }

    @Test
    @DisplayName("searches by name only")
    void searchesByNameOnly() {
        SecretsClient client = client(List.of(entry("a", "v", "")));
        assertThatThrownBy(() -> client.find(new FindRequest(null, null, Map.of("t", "v"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("by name only");
        assertThat(client.find(new FindRequest("ignored", "a", Map.of("t", "v"))))
                .containsOnlyKeys("a");
    }

    @Test
    @DisplayName("keeps pushed values for the store's later clients and generations")
    void pushedValuesOutliveClients() {
        StoreIdentity first = TestStores.identity("shop", "fake");
        StoreIdentity edited = new StoreIdentity("SecretStore", "shop", "fake", first.uid(), 2, "shop");
        SecretsClient client = client(first, Map.of("data", List.of()));
        client.push(push("a", "v"));
        client.close();
        assertThat(client(edited, Map.of("data", List.of()))
                        .read(RemoteKey.of("a"))
                        .value())
                .isEqualTo(SecretValue.of("v"));
    }

    @Test
    @DisplayName("isolates stores of one name in two namespaces, of two kinds, and of two uids")
    void isolatesStores() {
        SecretsClient client = client(TestStores.identity("shop", "fake"), Map.of("data", List.of()));
        client.push(push("a", "v"));
        List<StoreIdentity> others = List.of(
                TestStores.identity("bank", "fake"),
                TestStores.clusterIdentity("fake", "shop"),
                new StoreIdentity("SecretStore", "shop", "fake", "created-anew", 1, "shop"));
        for (StoreIdentity other : others) {
            assertThat(client(other, Map.of("data", List.of())).exists(RemoteKey.of("a"), null))
                    .as(other.display())
                    .isFalse();
        }
    }

    @Test
    @DisplayName("shares a cluster store's pushed values among its consumers")
    void clusterStoresAreOne() {
        client(TestStores.clusterIdentity("fake", "shop"), Map.of("data", List.of()))
                .push(push("a", "v"));
        assertThat(client(TestStores.clusterIdentity("fake", "bank"), Map.of("data", List.of()))
                        .exists(RemoteKey.of("a"), null))
                .isTrue();
    }

    @Test
    @DisplayName("refuses to push over what the manifest defines, and deleting that does nothing")
    void manifestIsNotOverwritten() {
        SecretsClient client = client(List.of(entry("a", "v", "")));
        assertThatThrownBy(() -> client.push(push("a", "other")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("defines that secret");
        client.delete(RemoteKey.of("a"), null);
        assertThat(client.read(RemoteKey.of("a")).value()).isEqualTo(SecretValue.of("v"));
    }

    @Test
    @DisplayName("pushes all of a Secret as JSON, and refuses to damage binary values by it")
    void pushesWhole() {
        SecretsClient client = client(List.of());
        Map<String, SecretValue> data = Map.of("b", SecretValue.of("<2>"), "a", SecretValue.of("1\n"));
        client.push(new PushRequest("all", null, data, null, Map.of()));
        assertThat(client.read(RemoteKey.of("all")).value())
                .isEqualTo(SecretValue.of("{\"a\":\"1\\n\",\"b\":\"<2>\"}"));
        Map<String, SecretValue> binary = Map.of("bin", SecretValue.of(new byte[] {(byte) 0xff}));
        assertThatThrownBy(() -> client.push(new PushRequest("all", null, binary, null, Map.of())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("\"bin\"");
    }

    @Test
    @DisplayName("removes a pushed secret with its last property")
    void lastPropertyRemovesSecret() {
        SecretsClient client = client(List.of());
        client.push(new PushRequest("p", "x.y", Map.of("k", SecretValue.of("v")), "k", Map.of()));
        assertThat(client.read(RemoteKey.of("p")).value()).isEqualTo(SecretValue.of("{\"x\":{\"y\":\"v\"}}"));
        client.delete(RemoteKey.of("p"), "x");
        assertThat(client.exists(RemoteKey.of("p"), null)).isFalse();
    }

    @Test
    @DisplayName("checks as its manifest says")
    void checksAsStated() {
        StoreIdentity identity = TestStores.identity("shop", "fake");
        assertThat(client(identity, Map.of("validationResult", 0)).check()).isEqualTo(ValidationResult.ready());
        assertThat(client(identity, Map.of("validationResult", 1)).check().state())
                .isEqualTo(ValidationResult.State.UNKNOWN);
        assertThat(client(identity, Map.of("validationResult", 2)).check().state())
                .isEqualTo(ValidationResult.State.FAILED);
    }

    @Test
    @DisplayName("names each field of the manifest that is wrong, and no value")
    void validates() {
        StoreIdentity identity = TestStores.identity("shop", "fake");
        assertThat(provider.validate(TestStores.spec(
                        identity,
                        "fake",
                        Map.of("data", List.of(Map.of("value", "canary"), Map.of("key", "a")), "validationResult", 7))))
                .hasSize(3)
                .anyMatch(p -> p.startsWith("spec.provider.fake.data[0].key"))
                .anyMatch(p -> p.startsWith("spec.provider.fake.data[1].value"))
                .anyMatch(p -> p.startsWith("spec.provider.fake.validationResult"))
                .noneMatch(p -> p.contains("canary"));
        assertThat(provider.validate(TestStores.spec(identity, "fake", Map.of("data", "canary"))))
                .singleElement()
                .satisfies(
                        p -> assertThat(p).contains("spec.provider.fake.data").doesNotContain("canary"));
    }
}
