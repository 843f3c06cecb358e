package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eso4j.api.Crds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithControlPlane
@DisplayName("The CRDs on a real API server")
class CrdInstallIT {
    private static final String MINIMAL = """
            apiVersion: external-secrets.io/%s
            kind: ExternalSecret
            metadata: {name: %s, namespace: %s}
            spec: {data: [{secretKey: a, remoteRef: {key: b}}]}
            """;

    @BeforeAll
    static void install(ControlPlane cluster) {
        cluster.installCrds();
    }

    @Test
    @DisplayName("are taken by kubectl apply --server-side from the one file, and established without violations")
    void applied(ControlPlane cluster) {
        KubectlResult result = cluster.pipe(Crds.all(), "apply", "--server-side", "-f", "-");

        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines()).hasSameSizeAs(Crds.names());
        String conditions = cluster.kubectl(
                "get",
                "crd",
                "-o",
                "jsonpath={range .items[*]}{.metadata.name}{range .status.conditions[*]} {.type}={.status}{end}{\"\\n\"}{end}");
        for (String name : Crds.names()) {
            assertThat(conditions.lines().filter(line -> line.startsWith(name)))
                    .singleElement(as(InstanceOfAssertFactories.STRING))
                    .contains("Established=True", "NamesAccepted=True")
                    .doesNotContain("NonStructuralSchema", "False");
        }
    }

    @Test
    @DisplayName("are all installed by one server-side apply on an empty control plane, each below 1 MiB as stored")
    void fromScratch() throws IOException, InterruptedException {
        try (ControlPlane empty = ControlPlane.builder().start()) {
            long start = System.nanoTime();
            empty.installCrds();
            long took = (System.nanoTime() - start) / 1_000_000;
            Map<String, Integer> sizes = new TreeMap<>();
            for (String name : Crds.names()) {
                String stored = empty.http()
                        .get("/apis/apiextensions.k8s.io/v1/customresourcedefinitions/" + name)
                        .body();
                sizes.put(name, stored.getBytes(StandardCharsets.UTF_8).length);
            }
            String biggest = Collections.max(sizes.entrySet(), Map.Entry.comparingByValue())
                    .toString();
            System.out.println(sizes.size() + " CRDs installed and served after " + took + " ms; the biggest has "
                    + biggest + " bytes as stored");

            assertThat(sizes).allSatisfy((name, size) -> assertThat(size).isLessThan(1024 * 1024));
            assertThat(took).as("milliseconds to install all CRDs").isLessThan(60_000);
        }
    }

    @Test
    @DisplayName("can be used by their short names and by their category")
    void names(ControlPlane cluster) {
        assertThat(cluster.kubectl(
                        "api-resources",
                        "--api-group=external-secrets.io",
                        "--categories=external-secrets",
                        "--no-headers"))
                .containsPattern("externalsecrets +es +external-secrets.io/v1 +true +ExternalSecret")
                .containsPattern("secretstores +ss +external-secrets.io/v1 +true +SecretStore")
                .containsPattern("clustersecretstores +css +external-secrets.io/v1 +false +ClusterSecretStore");
    }

    @Test
    @DisplayName("are explained by kubectl in our words")
    void explained(ControlPlane cluster) {
        // The API server publishes the schemas of new CRDs a moment later.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(cluster.tryKubectl("explain", "externalsecret.spec.target.template")
                                .out())
                        .contains("The blueprint of the object", "Templates by key", "enum: Replace, Merge")
                        .doesNotContain("{@code", "<code>"));
        assertThat(cluster.kubectl("explain", "secretstore.spec.provider.kubernetes.auth"))
                .contains("Excludes authRef", "With tokens of a ServiceAccount");
        assertThat(cluster.kubectl("explain", "clustersecretstore")).contains("usable in every namespace that its");
    }

    @Test
    @DisplayName("refuse a field that does not exist when validation is strict")
    void strict(ControlPlane cluster) {
        String misspelt =
                MINIMAL.formatted("v1", "misspelt", "default").replace("remoteRef: {", "remoteRef: {propertie: x, ");

        KubectlResult result = cluster.pipe(misspelt, "create", "--validate=strict", "--dry-run=server", "-f", "-");

        assertThat(result.ok()).isFalse();
        assertThat(result.err()).contains("unknown field \"spec.data[0].remoteRef.propertie\"");
    }

    @Test
    @DisplayName("serve v1beta1 manifests as v1 and warn that they are deprecated")
    void olderVersion(ControlPlane cluster) {
        String namespace = cluster.newNamespace();

        KubectlResult result = cluster.tryApply(MINIMAL.formatted("v1beta1", "old", namespace));

        assertThat(result.ok()).isTrue();
        assertThat(result.err()).contains("Warning: external-secrets.io/v1beta1 ExternalSecret is deprecated");
        assertThat(cluster.kubectl(
                        "-n",
                        namespace,
                        "get",
                        "externalsecrets.v1.external-secrets.io",
                        "old",
                        "-o",
                        "jsonpath={.spec.data[0].secretKey}"))
                .isEqualTo("a");
    }

    @Test
    @DisplayName("let ExternalSecrets be selected by their store, in both versions")
    void selected(ControlPlane cluster) {
        String namespace = cluster.newNamespace();
        for (String store : new String[] {"one", "two"}) {
            cluster.apply(MINIMAL.formatted("v1", store, namespace)
                    .replace("spec: {", "spec: {secretStoreRef: {name: " + store + ", kind: SecretStore}, "));
        }
        for (String version : new String[] {"v1", "v1beta1"}) {
            assertThat(cluster.kubectl(
                            "-n",
                            namespace,
                            "get",
                            "externalsecrets." + version + ".external-secrets.io",
                            "--field-selector=spec.secretStoreRef.name=two,spec.secretStoreRef.kind=SecretStore",
                            "-o",
                            "jsonpath={.items[*].metadata.name}"))
                    .isEqualTo("two");
        }
    }

    @Test
    @DisplayName("show store, interval and state in kubectl get")
    void columns(ControlPlane cluster) {
        String namespace = cluster.newNamespace();
        cluster.apply(MINIMAL.formatted("v1", "shown", namespace));
        cluster.kubectl(
                "-n",
                namespace,
                "patch",
                "externalsecret",
                "shown",
                "--subresource=status",
                "--type=merge",
                "-p",
                "{\"status\":{\"refreshTime\":null,\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\",\"reason\":\"SecretSynced\"}]}}");

        assertThat(cluster.kubectl("-n", namespace, "get", "es"))
                .containsPattern("NAME +STORETYPE +STORE +REFRESH INTERVAL +STATUS +READY +LAST SYNC")
                .containsPattern("shown +1h0m0s +SecretSynced +True");
    }
}
