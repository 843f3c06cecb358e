package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.Capability;
import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.PushRequest;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.RemoteObject;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.api.spi.ValidationResult;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every provider must do, whatever its backend. A provider's module extends it once per backend.
 *
 * <p>The extension fills the backend in {@link #seed} and describes a store that uses it in {@link #store}; methods that
 * state abilities have defaults to override.
 */
public abstract class ProviderConformance {
    /** Stands in every value of the backend and may stand in no message. */
    protected static final String CANARY = "canary-5f0c";

    private static final String USER = "user-" + CANARY;
    private static final String PORT_PATH = "config.db.port";
    private static final int THREADS = 32;

    private SecretStoreProvider provider;
    private StoreContext context;
    private SecretsClient client;

    /** For JUnit. */
    protected ProviderConformance() {}

    /** Returns a new provider. */
    protected abstract SecretStoreProvider provider();

    /**
     * Puts remote objects into the empty backend.
     *
     * @param objects JSON objects by key; a backend with native fields stores their members
     */
    protected abstract void seed(Map<String, String> objects);

    /** Returns a store that uses the backend with valid credentials; called after {@link #seed}. */
    protected abstract StoreContext store();

    /** Returns what a missing property is reported as. */
    protected Class<? extends SecretsException> missingProperty() {
        return InvalidRequestException.class;
    }

    /** Returns a version of {@code conformance-one} that the backend has besides the current one; empty if there is none. */
    protected String version() {
        return "";
    }

    /** Returns whether objects can be found by name. */
    protected boolean findsByName() {
        return true;
    }

    /** Returns whether a whole remote object can be pushed without a property. */
    protected boolean pushesWhole() {
        return true;
    }

    @BeforeEach
    final void connect() {
        Map<String, String> objects = new LinkedHashMap<>();
        objects.put(
                "conformance-one",
                "{\"user\":\"" + USER + "\",\"password\":\"p" + CANARY + "\",\"config\":{\"db\":{\"port\":5432}}}");
        objects.put("conformance-two", "{\"user\":\"two-" + CANARY + "\"}");
        objects.put("other", "{\"user\":\"other-" + CANARY + "\"}");
        seed(objects);
        provider = provider();
        context = store();
        assertThat(provider.validate(context.store()))
                .as("problems of the store")
                .isEmpty();
        client = provider.connect(context);
    }

    @AfterEach
    final void disconnect() {
        client.close();
    }

    private RemoteObject one() {
        return client.read(RemoteKey.of("conformance-one"));
    }

    /** As the engine does it: some backends answer each property with an object of its own. */
    private SecretValue property(RemoteKey key, String property) {
        return client.read(client.keyFor(key, property)).property(property);
    }

    private SecretValue property(String property) {
        return property(RemoteKey.of("conformance-one"), property);
    }

    @Test
    @DisplayName("reads a property of an object")
    void readsProperty() {
        assertThat(property("user").utf8()).isEqualTo(USER);
    }

    @Test
    @DisplayName("reads a property inside of a JSON value by its path, with the digits that stand there")
    void readsPath() {
        assertThat(property(PORT_PATH).utf8()).isEqualTo("5432");
    }

    @Test
    @DisplayName("reads an object as a whole")
    void readsWhole() {
        assertThat(one().value().utf8()).contains("\"user\":\"" + USER + "\"").contains("5432");
        assertThat(one().size()).isGreaterThan(USER.length());
    }

    @Test
    @DisplayName("takes an object apart into its entries")
    void readsEntries() {
        Map<String, SecretValue> entries = one().entries(null);
        assertThat(entries.keySet()).containsExactlyInAnyOrder("user", "password", "config");
        assertThat(entries).containsEntry("user", SecretValue.of(USER));
        assertThat(entries).containsEntry("config", SecretValue.of("{\"db\":{\"port\":5432}}"));
        assertThat(client.read(client.keyFor(RemoteKey.of("conformance-one"), "config"))
                        .entries("config"))
                .containsOnlyKeys("db");
    }

    @Test
    @DisplayName("reports a missing object as not found, and nothing else so")
    void missingObject() {
        assertThatThrownBy(() -> client.read(RemoteKey.of("conformance-missing")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("conformance-missing");
        assertThat(client.exists(RemoteKey.of("conformance-missing"), null)).isFalse();
    }

    @Test
    @DisplayName("reports a missing property with its name")
    void missingPropertyIsReported() {
        assertThatThrownBy(() -> property("nothing.here"))
                .isInstanceOf(missingProperty())
                .hasMessageContaining("nothing.here");
    }

    @Test
    @DisplayName("reads a version where the backend has versions, and does not find one that is not there")
    void readsVersion() {
        assumeTrue(!version().isEmpty(), "the backend has no versions");
        RemoteKey key = RemoteKey.of("conformance-one");
        RemoteKey other = new RemoteKey(key.key(), version(), key.metadataPolicy());
        assertThat(client.read(other).value()).isNotEqualTo(one().value());
        RemoteKey absent = new RemoteKey(key.key(), "no-such-version", key.metadataPolicy());
        assertThatThrownBy(() -> client.read(absent)).isInstanceOf(NotFoundException.class);
    }

    @Test
    @DisplayName("finds objects by a part of their name, and nothing is an empty result")
    void findsByPartOfName() {
        assumeTrue(findsByName(), "the backend cannot search by name");
        Map<String, RemoteObject> found = client.find(new FindRequest(null, "ormance-(one|two)", null));
        assertThat(found.keySet()).containsExactlyInAnyOrder("conformance-one", "conformance-two");
        assertThat(found)
                .hasEntrySatisfying(
                        "conformance-two",
                        two -> assertThat(two.property("user").utf8()).isEqualTo("two-" + CANARY));
        assertThat(client.find(new FindRequest(null, "^nothing$", null))).isEmpty();
    }

    @Test
    @DisplayName("refuses an expression that is not RE2 and names the field")
    void refusesBadExpression() {
        assumeTrue(findsByName(), "the backend cannot search by name");
        assertThatThrownBy(() -> client.find(new FindRequest(null, "(?=look-ahead)", null)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("find.name.regexp");
    }

    @Test
    @DisplayName("checks a usable store as ready")
    void checksReady() {
        assertThat(client.check()).isEqualTo(ValidationResult.ready());
    }

    @Test
    @DisplayName("answers 32 threads at once, each with what it asked for")
    void readsFromManyThreads() {
        Parallel.run(THREADS, i -> {
            for (int round = 0; round < 5; round++) {
                boolean even = (i + round) % 2 == 0;
                String key = even ? "conformance-one" : "conformance-two";
                String user = even ? USER : "two-" + CANARY;
                assertThat(property(RemoteKey.of(key), "user").utf8()).isEqualTo(user);
            }
        });
    }

    @Test
    @DisplayName("reads back what it pushed, writes the same again, and deletes it; deleting nothing is success")
    void pushesAndDeletes() {
        assumeWritable();
        RemoteKey key = RemoteKey.of("pushed-" + System.nanoTime());
        push(key, "token", "first-" + CANARY);
        push(key, "token", "first-" + CANARY);
        push(key, "second", "second-" + CANARY);
        assertThat(property(key, "token").utf8()).isEqualTo("first-" + CANARY);
        assertThat(property(key, "second").utf8()).isEqualTo("second-" + CANARY);
        assertThat(client.exists(key, null)).isTrue();
        assertThat(client.exists(key, "token")).isTrue();
        assertThat(client.exists(key, "absent")).isFalse();
        client.delete(key, "token");
        client.delete(key, "token");
        assertThat(client.exists(key, "token")).isFalse();
        assertThat(client.exists(key, "second")).isTrue();
        client.delete(key, null);
        client.delete(key, null);
        assertThat(client.exists(key, null)).isFalse();
    }

    @Test
    @DisplayName("pushes all of a Secret and reads its entries back")
    void pushesAll() {
        assumeWritable();
        assumeTrue(pushesWhole(), "the backend needs a property");
        RemoteKey key = RemoteKey.of("whole-" + System.nanoTime());
        Map<String, SecretValue> data = Map.of("a", SecretValue.of("1 <&> é"), "b", SecretValue.of("two"));
        client.push(new PushRequest(key.key(), null, data, null, Map.of()));
        assertThat(client.read(key).entries(null)).isEqualTo(data);
        client.delete(key, null);
    }

    @Test
    @DisplayName("loses nothing when 32 threads push into one object and read it at once")
    void pushesFromManyThreads() {
        assumeWritable();
        RemoteKey key = RemoteKey.of("crowd-" + System.nanoTime());
        push(key, "first", "0");
        Parallel.run(THREADS, i -> {
            if (i % 2 == 0) {
                push(key, "k" + i, "v" + i);
            } else {
                assertThat(property(key, "first").utf8()).isEqualTo("0");
            }
        });
        Map<String, SecretValue> entries = client.read(key).entries(null);
        assertThat(entries).hasSize(THREADS / 2 + 1);
        assertThat(entries).containsEntry("k30", SecretValue.of("v30"));
        client.delete(key, null);
    }

    @Test
    @DisplayName("refuses a push of a key that the source does not have")
    void refusesPushOfMissingKey() {
        assumeWritable();
        Map<String, SecretValue> data = Map.of("a", SecretValue.of(CANARY));
        SilentError.expect(CANARY, () -> client.push(new PushRequest("never", "p", data, "absent", Map.of())));
    }

    @Test
    @DisplayName("shows no value in an error")
    void errorsAreSilent() {
        SilentError.expect(CANARY, () -> property("user.deeper.still"));
        SilentError.expect(
                CANARY,
                () -> client.read(client.keyFor(RemoteKey.of("conformance-one"), "user"))
                        .entries("user"));
        SilentError.expect(CANARY, () -> property("absent"));
    }

    @Test
    @DisplayName("shows no value in toString")
    void toStringIsSilent() {
        assertThat(String.valueOf(one())).doesNotContain(CANARY);
        assertThat(String.valueOf(client)).doesNotContain(CANARY);
        assertThat(String.valueOf(property("user"))).doesNotContain(CANARY);
    }

    @Test
    @DisplayName("can be closed twice")
    void closesTwice() {
        client.close();
        client.close();
    }

    private void push(RemoteKey key, String property, String value) {
        client.push(new PushRequest(key.key(), property, Map.of("s", SecretValue.of(value)), "s", Map.of()));
    }

    private void assumeWritable() {
        assumeTrue(provider.capabilities().contains(Capability.WRITE), "the provider only reads");
    }
}
