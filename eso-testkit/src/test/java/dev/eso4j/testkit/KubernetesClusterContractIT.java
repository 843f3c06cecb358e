package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException.Reason;
import dev.eso4j.core.cluster.KubernetesCluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithControlPlane
@DisplayName("The cluster behind an API server")
class KubernetesClusterContractIT extends ClusterContract {
    private static ControlPlane controlPlane;

    @BeforeAll
    static void installKinds(ControlPlane plane) throws IOException {
        controlPlane = plane;
        plane.apply(Files.readString(Path.of("..", "deploy", "crds.yaml")));
        plane.kubectl("wait", "--for=condition=Established", "--timeout=30s", "crd", "--all");
    }

    @Override
    Cluster open() {
        return KubernetesCluster.builder()
                .kubeconfig(controlPlane.kubeconfig())
                .pageSize(3)
                .watchTimeout(Duration.ofSeconds(10))
                .build();
    }

    @Override
    String newNamespace() {
        return controlPlane.newNamespace();
    }

    @Override
    String forgottenVersion() {
        return "1";
    }

    @Test
    @DisplayName("issues tokens of ServiceAccounts")
    void tokens() {
        var token = cluster.requestToken(namespace, "default", List.of("vault"), Duration.ofMinutes(15));
        assertThat(token.token().utf8().split("\\.")).hasSize(3);
        assertThat(token.expires())
                .isBetween(Instant.now().plusSeconds(600), Instant.now().plusSeconds(960));
        fails(Reason.NOT_FOUND, () -> cluster.requestToken(namespace, "nobody", List.of(), null))
                .contains("ServiceAccount " + namespace + "/nobody");
    }

    @Test
    @DisplayName("says which kind is missing when the CRDs are not installed")
    void noSuchKind() {
        var unknown = ResourceType.generic("generators.external-secrets.io", "v9", "nothings", "Nothing", true);
        fails(Reason.NOT_FOUND, () -> cluster.get(unknown, namespace, "s"))
                .contains("no kind Nothing in generators.external-secrets.io/v9", "install the CRDs");
        fails(Reason.NOT_FOUND, () -> cluster.list(unknown, Selection.everyNamespace(), item -> {}))
                .contains("install the CRDs");
    }

    @Test
    @DisplayName("counts its requests by verb and resource")
    void counts() {
        KubernetesCluster counted = (KubernetesCluster) cluster;
        cluster.create(ResourceType.SECRETS, secret("s", Map.of()), "m");
        cluster.get(ResourceType.SECRETS, namespace, "s");
        assertThat(counted.requests()).containsOnly(Map.entry("create secrets", 1L), Map.entry("get secrets", 1L));
    }

    @Test
    @DisplayName("is refused by name what its user may not do")
    void forbidden() {
        try (KubernetesCluster nobody = KubernetesCluster.builder()
                .kubeconfig(controlPlane.kubeconfigForToken(token()))
                .build()) {
            fails(Reason.FORBIDDEN, () -> nobody.create(ResourceType.SECRETS, secret("s", Map.of("k", "canary")), "m"))
                    .contains("create Secret " + namespace + "/s", "cannot create resource \"secrets\"")
                    .doesNotContain("canary");
        }
    }

    private String token() {
        return cluster.requestToken(namespace, "default", List.of(), null)
                .token()
                .utf8();
    }
}
