package dev.eso4j.provider.builtin.kubernetes;

import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.testkit.ProviderConformance;
import dev.eso4j.testkit.StaticCredentials;
import dev.eso4j.testkit.TestStores;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The kubernetes provider conforms")
class KubernetesConformanceTest extends ProviderConformance {
    private final RecordingApiServer server = new RecordingApiServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected SecretStoreProvider provider() {
        return new KubernetesStoreProvider();
    }

    @Override
    protected void seed(Map<String, String> objects) {
        objects.forEach((key, json) -> server.put(key, KubeSecrets.ofMembers(json)));
    }

    @Override
    protected StoreContext store() {
        server.accept("token-" + CANARY);
        return TestStores.context(
                TestStores.identity("shop", "k8s"),
                "kubernetes",
                Map.of(
                        "server", Map.of("url", server.url()),
                        "auth", Map.of("token", Map.of("bearerToken", Map.of("name", "creds", "key", "token")))),
                StaticCredentials.ofStore("shop").withSecret("shop", "creds", "token", "token-" + CANARY + "\n"));
    }
}
