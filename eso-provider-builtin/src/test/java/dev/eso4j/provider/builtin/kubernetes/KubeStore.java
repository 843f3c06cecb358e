package dev.eso4j.provider.builtin.kubernetes;

import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.testkit.StaticCredentials;
import dev.eso4j.testkit.TestStores;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store on a stand-in API server, with a valid token. */
final class KubeStore implements AutoCloseable {
    final RecordingApiServer server = new RecordingApiServer();
    final List<String> calls = new CopyOnWriteArrayList<>();
    final KubernetesStoreProvider provider =
            new KubernetesStoreProvider((call, status, time) -> calls.add(call.name() + " " + status));
    final StaticCredentials credentials = StaticCredentials.ofStore("shop").withSecret("shop", "creds", "token", "t0");

    KubeStore() {
        server.accept("t0");
    }

    static Map<String, Object> tokenAuth() {
        return Map.of("token", Map.of("bearerToken", Map.of("name", "creds", "key", "token")));
    }

    SecretsClient client() {
        return client(tokenAuth());
    }

    SecretsClient client(Map<String, Object> auth) {
        return provider.connect(TestStores.context(
                TestStores.identity("shop", "k8s"),
                "kubernetes",
                Map.of("server", Map.of("url", server.url()), "auth", auth),
                credentials));
    }

    @Override
    public void close() {
        server.close();
    }
}
