package dev.eso4j.provider.builtin.kubernetes;

import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.ProviderConformance;
import dev.eso4j.testkit.StaticCredentials;
import dev.eso4j.testkit.TestStores;
import dev.eso4j.testkit.WithControlPlane;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;

@WithControlPlane
@DisplayName("The kubernetes provider conforms on a real API server")
class KubernetesConformanceIT extends ProviderConformance {
    private final RealCluster cluster;

    KubernetesConformanceIT(ControlPlane plane) {
        cluster = new RealCluster(plane);
    }

    @Override
    protected SecretStoreProvider provider() {
        return new KubernetesStoreProvider();
    }

    @Override
    protected void seed(Map<String, String> objects) {
        objects.forEach((key, json) -> cluster.put(key, KubeSecrets.ofMembers(json)));
    }

    @Override
    protected StoreContext store() {
        return TestStores.context(
                TestStores.identity("shop", "k8s"),
                "kubernetes",
                cluster.config(Map.of("serviceAccount", Map.of("name", "reader"))),
                StaticCredentials.ofStore("shop")
                        .withTokens(
                                "shop",
                                "reader",
                                (audiences, lifetime) -> cluster.token("reader", audiences, lifetime)));
    }
}
