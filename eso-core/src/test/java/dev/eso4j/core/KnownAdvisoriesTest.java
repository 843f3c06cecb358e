package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.render.InvalidTargetException;
import dev.eso4j.core.render.TargetRenderer;
import dev.eso4j.core.render.TargetTemplates;
import dev.eso4j.core.render.TemplateTexts;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Known advisories about ExternalSecrets:")
class KnownAdvisoriesTest {
    private static final String STORE = """
            apiVersion: external-secrets.io/v1
            kind: SecretStore
            metadata: {name: store, namespace: %s}
            spec: {provider: {memory: {}}}
            """;

    private static String externalSecret(String namespace, String store, String template) {
        return """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: app, namespace: %s, labels: {tier: a}}
                spec:
                  secretStoreRef: {name: %s}
                  target: {template: {%s}}
                  data: [{secretKey: k, remoteRef: {key: db}}]
                """.formatted(namespace, store, template);
    }

    @Test
    @DisplayName(
            "GHSA-fcxq-v2r3-cc8h: there is no list or watch without saying whether it is of one namespace or of all")
    void listsNameTheirNamespace() {
        assertThat(Arrays.stream(Cluster.class.getMethods())
                        .filter(m -> m.getName().equals("list") || m.getName().equals("watch")))
                .isNotEmpty()
                .allMatch(m -> List.of(m.getParameterTypes()).contains(Selection.class));
        assertThat(Arrays.stream(Selection.class.getMethods())
                        .filter(m -> m.getReturnType() == Selection.class && m.getParameterCount() <= 1)
                        .filter(m -> java.lang.reflect.Modifier.isStatic(m.getModifiers()))
                        .map(Method::getName))
                .containsExactlyInAnyOrder("namespace", "everyNamespace");
    }

    @Test
    @DisplayName(
            "GHSA-fcxq-v2r3-cc8h: a pass for one namespace asks for nothing of another, whatever selectors are equal")
    void nothingOfAnotherNamespace() {
        MemoryProvider backend = new MemoryProvider();
        backend.secrets.put("db", "v");
        LocalCluster inner = LocalCluster.create();
        for (String namespace : new String[] {"shop", "bank"}) {
            inner.load(STORE.formatted(namespace) + "---\n" + externalSecret(namespace, "store", "type: Opaque"));
        }
        CountingCluster cluster = new CountingCluster(inner);
        try (SecretSync sync = SecretSync.builder()
                .cluster(cluster)
                .namespace("shop")
                .providers(List.of(backend))
                .build()) {
            assertThat(sync.sync().orThrow().results()).hasSize(1);
        }
        assertThat(cluster.requests())
                .isNotEmpty()
                .noneMatch(r -> r.contains("bank"))
                .noneMatch(r -> r.contains("null/"));
        assertThat(cluster.get(ResourceType.SECRETS, "bank", "app")).isEmpty();
        cluster.close();
    }

    @Test
    @DisplayName("GHSA-fcxq-v2r3-cc8h: a store of another namespace is not used because it has the right name")
    void storeOfAnotherNamespace() {
        MemoryProvider backend = new MemoryProvider();
        backend.secrets.put("db", "canary");
        try (SecretSync sync = SecretSync.builder()
                .providers(List.of(backend))
                .manifests(STORE.formatted("bank"))
                .manifests(externalSecret("shop", "store", "type: Opaque"))
                .build()) {
            assertThat(sync.sync().failures())
                    .singleElement()
                    .satisfies(r -> assertThat(r.message()).contains("\"store\" in namespace \"shop\""));
            assertThat(backend.calls).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "CVE-2026-42876: no Secret that makes a token of a ServiceAccount, nor a bootstrap token, is asked for")
    @ValueSource(
            strings = {
                "type: kubernetes.io/service-account-token, metadata: {annotations: {kubernetes.io/service-account.name: root}}",
                "type: kubernetes.io/service-account-token, templateFrom: [{literal: x, target: Annotations}]",
                "type: bootstrap.kubernetes.io/token"
            })
    void cve_2026_42876(String template) {
        String manifest = externalSecret("shop", "store", template);
        // By the rules of the resource,
        assertThatThrownBy(() -> LocalCluster.create().load(manifest)).isInstanceOf(ClusterException.class);
        // and again where the Secret is made, for a cluster may have an older CRD.
        ExternalSecret unchecked = Serialization.unmarshal(manifest, ExternalSecret.class);
        assertThatThrownBy(() -> new TargetRenderer(TargetTemplates.standard())
                        .render(unchecked, Map.of("k", SecretValue.of("v")), TemplateTexts.none()))
                .isInstanceOf(InvalidTargetException.class);
    }

    @Test
    @DisplayName(
            "CVE-2026-42876: the annotation is not copied from the ExternalSecret to a target with a template either")
    void annotationIsNotCopied() {
        ExternalSecret externalSecret = Serialization.unmarshal(
                externalSecret("shop", "store", "type: kubernetes.io/service-account-token"), ExternalSecret.class);
        externalSecret.getMetadata().setAnnotations(Map.of("kubernetes.io/service-account.name", "root"));
        assertThat(new TargetRenderer(TargetTemplates.standard())
                        .render(externalSecret, Map.of(), TemplateTexts.none())
                        .metadata()
                        .annotations())
                .isEmpty();
    }
}
