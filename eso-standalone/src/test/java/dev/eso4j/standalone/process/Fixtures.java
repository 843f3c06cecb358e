package dev.eso4j.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.KubectlResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import org.awaitility.Awaitility;

/** Stores, ExternalSecrets, and looks at what became of them. */
public final class Fixtures {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Fixtures() {}

    /** Returns a SecretStore with one fake value under {@code key}. */
    public static String fakeStore(String namespace, String name, String value) {
        return """
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: %s, namespace: %s}
                spec: {provider: {fake: {data: [{key: key, value: "%s"}]}}}
                ---
                """.formatted(name, namespace, value);
    }

    /** Returns a SecretStore that reads its own namespace as a ServiceAccount, which gets the right to do so. */
    public static String kubernetesStore(ControlPlane cluster, String namespace, String name) {
        return """
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: %1$s, namespace: %2$s}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: %1$s, namespace: %2$s}
                rules: [{apiGroups: [""], resources: [secrets], verbs: [get, list]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: %1$s, namespace: %2$s}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: %1$s}
                subjects: [{kind: ServiceAccount, name: %1$s, namespace: %2$s}]
                ---
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: %1$s, namespace: %2$s}
                spec:
                  provider:
                    kubernetes:
                      remoteNamespace: %2$s
                      server: {url: "%3$s", caBundle: %4$s}
                      auth: {serviceAccount: {name: %1$s}}
                ---
                """.formatted(name, namespace, cluster.url(), authority(cluster));
    }

    /** Returns the certificate authority of the API server as a manifest has it. */
    public static String authority(ControlPlane cluster) {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(cluster.certificateAuthority()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns an ExternalSecret with one entry, from {@code key} of a store, under {@code password}. */
    public static String externalSecret(String namespace, String name, String kind, String store) {
        return """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: %s, namespace: %s}
                spec:
                  secretStoreRef: {kind: %s, name: %s}
                  data: [{secretKey: password, remoteRef: {key: key}}]
                ---
                """.formatted(name, namespace, kind, store);
    }

    /** Returns an object, or nothing ({@code isMissingNode}) if there is none. */
    public static JsonNode object(ControlPlane cluster, String kind, String namespace, String name) {
        KubectlResult result = cluster.tryKubectl("get", kind, name, "-n", namespace, "-o", "json");
        return result.ok() ? read(result.out()) : JSON.missingNode();
    }

    /** Returns the Ready condition of an object; a missing node if there is none. */
    public static JsonNode ready(JsonNode object) {
        for (JsonNode condition : object.at("/status/conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return condition;
            }
        }
        return JSON.missingNode();
    }

    /** Waits until the Ready condition of an object has this reason and returns it. */
    public static JsonNode awaitReason(
            ControlPlane cluster, String kind, String namespace, String name, String reason) {
        JsonNode[] last = {JSON.missingNode()};
        Awaitility.await(kind + " " + namespace + "/" + name)
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    last[0] = ready(object(cluster, kind, namespace, name));
                    assertThat(last[0].path("reason").asText())
                            .as(last[0].toString())
                            .isEqualTo(reason);
                });
        return last[0];
    }

    /** Returns a value of a Secret, or the empty text. */
    public static String value(ControlPlane cluster, String namespace, String secret, String key) {
        String base64 =
                object(cluster, "secret", namespace, secret).at("/data/" + key).asText();
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
