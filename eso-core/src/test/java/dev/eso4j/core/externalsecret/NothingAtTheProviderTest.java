package dev.eso4j.core.externalsecret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.SyncBench;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.runtime.Result;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("When the provider has nothing (any more),")
class NothingAtTheProviderTest {
    private static final Duration INTERVAL = Duration.ofMinutes(70);
    private static final String FIND = "dataFrom: [{find: {name: {regexp: '^db$'}}}]";
    private final SyncBench bench = new SyncBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private void synced(String deletion, String creation, String... members) {
        bench.backend.secrets.put("db", "{\"user\":\"svc\"}");
        String[] all = new String[members.length + 1];
        System.arraycopy(members, 0, all, 0, members.length);
        all[members.length] = "target: {deletionPolicy: " + deletion + ", creationPolicy: " + creation + "}";
        bench.externalSecret("db", all);
        bench.changed("db");
        assertThat(bench.ready("db").message()).isEqualTo("secret synced");
        bench.events.clear();
    }

    private Result vanished() {
        bench.backend.secrets.clear();
        return bench.tickAfter(INTERVAL, "db");
    }

    private void foreignSecret(String name) {
        bench.local.create(
                ResourceType.SECRETS,
                KubeSecret.of(
                        new ObjectMetaBuilder()
                                .withNamespace("shop")
                                .withName(name)
                                .build(),
                        Map.of("precious", "x".getBytes(StandardCharsets.UTF_8)),
                        null,
                        null),
                "kubectl");
    }

    @Test
    @DisplayName("Retain takes a remote object that is gone for a failure and leaves the target as it was")
    void retainNotFound() {
        synced("Retain", "Owner");
        String before = bench.status("db").refreshTime();
        assertThat(vanished()).isEqualTo(Result.retry());
        assertThat(bench.data("db")).hasValue(Map.of("user", "svc"));
        assertThat(bench.ready("db").status()).isEqualTo("False");
        assertThat(bench.ready("db").reason()).isEqualTo("SecretSyncedError");
        assertThat(bench.ready("db").message())
                .startsWith("could not get secret data from provider: spec.dataFrom[0].extract (key: db): ");
        assertThat(bench.status("db").refreshTime()).isEqualTo(before);
    }

    @Test
    @DisplayName("Retain takes a search that finds nothing for a success and leaves the target as it was")
    void retainEmpty() {
        synced("Retain", "Owner", FIND);
        vanished();
        assertThat(bench.data("db").orElseThrow()).containsKey("db");
        assertThat(bench.ready("db").status()).isEqualTo("True");
        assertThat(bench.ready("db").reason()).isEqualTo("SecretSynced");
        assertThat(bench.ready("db").message()).isEqualTo("secret retained due to DeletionPolicy=Retain");
    }

    @Test
    @DisplayName("Retain creates nothing for a search that finds nothing, and does not ask again before it is due")
    void retainEmptyFirst() {
        bench.externalSecret("db", FIND);
        bench.changed("db");
        assertThat(bench.secret("db")).isEmpty();
        assertThat(bench.ready("db").status()).isEqualTo("True");
        bench.changed("db");
        assertThat(bench.backend.count("find ")).isEqualTo(1);
        bench.backend.secrets.put("db", "x");
        bench.tickAfter(INTERVAL, "db");
        assertThat(bench.data("db")).hasValue(Map.of("db", "x"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("Delete deletes the target, says so once, and makes it anew when the source is back")
    @ValueSource(strings = {"extract", "find"})
    void delete(String how) {
        if (how.equals("find")) {
            synced("Delete", "Owner", FIND);
        } else {
            synced("Delete", "Owner");
        }
        vanished();
        assertThat(bench.secret("db")).isEmpty();
        assertThat(bench.ready("db").status()).isEqualTo("True");
        assertThat(bench.ready("db").reason()).isEqualTo("SecretDeleted");
        assertThat(bench.ready("db").message()).isEqualTo("secret deleted due to DeletionPolicy=Delete");
        assertThat(bench.events).contains("Normal Deleted secret deleted due to DeletionPolicy=Delete");
        bench.events.clear();
        bench.changed("db");
        bench.tickAfter(INTERVAL, "db");
        assertThat(bench.events).isEmpty();
        bench.backend.secrets.put("db", "{\"user\":\"back\"}");
        bench.tickAfter(INTERVAL, "db");
        assertThat(bench.secret("db")).isPresent();
        assertThat(bench.ready("db").reason()).isEqualTo("SecretSynced");
    }

    @Test
    @DisplayName("Delete never deletes a Secret of that name that the ExternalSecret did not make")
    void neverForeign() {
        foreignSecret("db");
        bench.externalSecret("db", "target: {deletionPolicy: Delete}");
        assertThat(bench.changed("db")).isInstanceOf(Result.After.class);
        assertThat(bench.data("db")).hasValue(Map.of("precious", "x"));
        assertThat(bench.secret("db").orElseThrow().metadata().getLabels()).isNullOrEmpty();
        assertThat(bench.ready("db").status()).isEqualTo("False");
        assertThat(bench.ready("db").message())
                .startsWith("could not delete secret: the Secret db was not made by this ExternalSecret and stays");
        assertThat(bench.events).singleElement().asString().startsWith("Warning UpdateFailed could not delete secret");
    }

    @Test
    @DisplayName("Delete never deletes the Secret of another ExternalSecret")
    void neverOfAnother() {
        bench.backend.secrets.put("db", "{\"user\":\"svc\"}");
        bench.externalSecret("first", "target: {name: db}");
        bench.changed("first");
        bench.externalSecret("second", "target: {name: db, deletionPolicy: Delete}", FIND.replace("db", "none"));
        bench.changed("second");
        assertThat(bench.data("db")).hasValue(Map.of("user", "svc"));
        assertThat(bench.ready("second").status()).isEqualTo("False");
    }

    @Test
    @DisplayName("Delete is fine when there is nothing to delete")
    void deleteNothing() {
        bench.externalSecret("db", "target: {deletionPolicy: Delete}");
        bench.changed("db");
        assertThat(bench.ready("db").reason()).isEqualTo("SecretDeleted");
        assertThat(bench.events).noneMatch(e -> e.startsWith("Normal Deleted"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("Merge with a target of our own empties it")
    @ValueSource(strings = {"Owner", "Orphan"})
    void mergeEmpties(String creation) {
        synced("Merge", creation);
        vanished();
        assertThat(bench.data("db")).hasValue(Map.of());
        assertThat(bench.ready("db").message()).isEqualTo("secret synced");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("Merge with a target of others removes own keys and keeps it")
    @ValueSource(strings = {"Merge", "CreateOrMerge"})
    void mergeRemovesOwnKeys(String creation) {
        foreignSecret("db");
        synced("Merge", creation);
        assertThat(bench.data("db")).hasValue(Map.of("precious", "x", "user", "svc"));
        vanished();
        assertThat(bench.data("db")).hasValue(Map.of("precious", "x"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("Delete and Merge leave out only the keys whose remote object is gone, and tell of it once")
    @ValueSource(strings = {"Delete", "Merge"})
    void partly(String deletion) {
        bench.backend.secrets.put("other", "kept");
        synced(
                deletion,
                "Owner",
                "data: [{secretKey: a, remoteRef: {key: other}}, {secretKey: b, remoteRef: {key: db}}]");
        vanished0("db");
        assertThat(bench.data("db")).hasValue(Map.of("a", "kept"));
        assertThat(bench.events)
                .contains("Normal MissingProviderSecret secret does not exist at provider using spec.data[1] (key=db)");
        bench.events.clear();
        bench.tickAfter(INTERVAL, "db");
        assertThat(bench.events).isEmpty();
    }

    private void vanished0(String key) {
        bench.backend.secrets.remove(key);
        bench.tickAfter(INTERVAL, "db");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("a partial result is never written when an entry fails for another reason")
    @CsvSource({"Retain", "Delete", "Merge"})
    void neverPartial(String deletion) {
        bench.backend.secrets.put("other", "{\"a\":\"1\"}");
        synced(
                deletion,
                "Owner",
                "data: [{secretKey: a, remoteRef: {key: other, property: a}}, {secretKey: b, remoteRef: {key: db}}]");
        bench.backend.secrets.put("other", "no JSON any more");
        bench.backend.secrets.put("db", "changed");
        bench.tickAfter(INTERVAL, "db");
        assertThat(bench.data("db").orElseThrow()).containsEntry("b", "{\"user\":\"svc\"}");
        assertThat(bench.ready("db").status()).isEqualTo("False");
    }
}
