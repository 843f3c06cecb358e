package dev.eso4j.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.cluster.ClusterException.Reason;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The cluster in memory")
class LocalClusterTest {
    private static final String EXTERNAL_SECRET = """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata:
              name: db
            spec:
              secretStoreRef: {name: fake}
              target:
                template:
                  templateFrom:
                    - configMap: {name: cm, items: [{key: a}]}
              dataFrom:
                - extract: {key: one}
                  rewrite: [{merge: {}}]
                - sourceRef: {generatorRef: {kind: UUID, name: u}}
            """;

    private final LocalCluster cluster = LocalCluster.builder()
            .clock(InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.678Z")))
            .build();

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    @DisplayName("fills in the defaults of the schema of ExternalSecret")
    void defaults() {
        cluster.load(EXTERNAL_SECRET);
        ExternalSecret stored =
                cluster.get(ResourceType.EXTERNAL_SECRETS, "default", "db").orElseThrow();
        assertThat(stored.getSpec().refreshInterval()).isEqualTo("1h0m0s");
        assertThat(stored.getSpec().target().creationPolicy()).isEqualTo("Owner");
        assertThat(stored.getSpec().target().deletionPolicy()).isEqualTo("Retain");
        var template = stored.getSpec().target().template();
        assertThat(template.engineVersion()).isEqualTo("v2");
        assertThat(template.mergePolicy()).isEqualTo("Replace");
        assertThat(template.templateFrom().get(0).target()).isEqualTo("Data");
        assertThat(template.templateFrom().get(0).configMap().items().get(0).templateAs())
                .isEqualTo("Values");
        var merge = stored.getSpec().dataFrom().get(0).rewrite().get(0).merge();
        assertThat(merge.strategy()).isEqualTo("Extract");
        assertThat(merge.conflictPolicy()).isEqualTo("Error");
        assertThat(merge.priorityPolicy()).isEqualTo("Strict");
        assertThat(stored.getSpec().dataFrom().get(1).sourceRef().generatorRef().apiVersion())
                .isEqualTo("generators.external-secrets.io/v1alpha1");
        assertThat(stored.getMetadata().getGeneration()).isEqualTo(1);
        assertThat(stored.getMetadata().getCreationTimestamp()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    @DisplayName("names object, field, cause and fix when an ExternalSecret breaks a rule")
    void invalid() {
        String broken =
                EXTERNAL_SECRET.replace("- extract: {key: one}", "- extract: {key: one, decodingStrategy: B64}");
        assertThatThrownBy(() -> cluster.load(broken))
                .isInstanceOf(ClusterException.class)
                .hasMessage(
                        "load ExternalSecret default/db: spec.dataFrom[0].extract.decodingStrategy is \"B64\"; it can"
                                + " be Auto, Base64, Base64URL, None");
        assertThat(cluster.get(ResourceType.EXTERNAL_SECRETS, "default", "db")).isEmpty();
    }

    @Test
    @DisplayName("never quotes a value of a Secret")
    void noValues() {
        assertThatThrownBy(() -> cluster.load("""
                        apiVersion: v1
                        kind: Secret
                        metadata: {name: s}
                        data: {a: "canary!"}
                        """))
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID))
                .hasMessageContaining("data[a] is not base64")
                .hasMessageNotContaining("canary");
    }

    @Test
    @DisplayName("hands out bytes that can be changed without changing what is kept")
    void detached() {
        byte[] value = "secret".getBytes(StandardCharsets.UTF_8);
        KubeSecret created = cluster.create(ResourceType.SECRETS, secret("s", Map.of("k", value)), "me");
        value[0] = 'X';
        created.data().get("k")[1] = 'Y';
        KubeSecret read = cluster.get(ResourceType.SECRETS, "default", "s").orElseThrow();
        assertThat(read.data().get("k")).isEqualTo("secret".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("records which manager set which keys of a Secret")
    void managers() {
        KubeSecret created =
                cluster.create(ResourceType.SECRETS, secret("s", Map.of("a", bytes("1"), "b", bytes("2"))), "first");
        KubeSecret changed = KubeSecret.of(
                created.metadata(), Map.of("a", bytes("1"), "b", bytes("3"), "c", bytes("4")), "Opaque", null);
        KubeSecret stored = cluster.update(ResourceType.SECRETS, changed, "second");
        assertThat(dataKeys(stored, "first")).containsExactlyInAnyOrder(".", "f:a");
        assertThat(dataKeys(stored, "second")).containsExactlyInAnyOrder("f:b", "f:c");
        KubeSecret again = cluster.update(ResourceType.SECRETS, stored, "third");
        assertThat(again.metadata().getResourceVersion())
                .isEqualTo(stored.metadata().getResourceVersion());
    }

    @Test
    @DisplayName("keeps what an exported manifest says about uid, generation, status and managed fields")
    void exported() {
        cluster.load("""
                {"apiVersion":"external-secrets.io/v1","kind":"SecretStore","metadata":{"name":"s","namespace":"n",\
                "uid":"u-1","generation":7},"spec":{"provider":{"fake":{"data":[]}}},\
                "status":{"conditions":[{"type":"Ready","status":"True"}]}}
                {"apiVersion":"v1","kind":"Secret","metadata":{"name":"s","namespace":"n","managedFields":[\
                {"manager":"m","operation":"Update","apiVersion":"v1","fieldsType":"FieldsV1",\
                "fieldsV1":{"f:data":{".":{},"f:k":{}}}}]},"data":{"k":"djE="}}
                """);
        var store = cluster.get(ResourceType.SECRET_STORES, "n", "s").orElseThrow();
        assertThat(store.getMetadata().getUid()).isEqualTo("u-1");
        assertThat(store.getMetadata().getGeneration()).isEqualTo(7);
        assertThat(store.getStatus().conditions()).hasSize(1);
        KubeSecret secret = cluster.get(ResourceType.SECRETS, "n", "s").orElseThrow();
        assertThat(dataKeys(secret, "m")).containsExactlyInAnyOrder(".", "f:k");
    }

    static KubeSecret secret(String name, Map<String, byte[]> data) {
        return KubeSecret.of(
                new ObjectMetaBuilder().withName(name).withNamespace("default").build(), data, null, null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private static List<String> dataKeys(KubeSecret secret, String manager) {
        return secret.metadata().getManagedFields().stream()
                .filter(entry -> entry.getManager().equals(manager))
                .map(ManagedFieldsEntry::getFieldsV1)
                .flatMap(fields ->
                        ((Map<String, Object>) fields.getAdditionalProperties().get("f:data")).keySet().stream())
                .toList();
    }
}
