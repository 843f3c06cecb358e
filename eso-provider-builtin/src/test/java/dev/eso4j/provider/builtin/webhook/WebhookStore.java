package dev.eso4j.provider.builtin.webhook;

import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.testkit.StaticCredentials;
import dev.eso4j.testkit.TestStores;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A store on a service of its own, with a Secret {@code creds} that templates call {@code auth}. */
final class WebhookStore implements AutoCloseable {
    static final String PATH = "{{ if .remoteRef.property }}$.{{ .remoteRef.property }}{{ end }}";

    final WebhookServer server = new WebhookServer();
    final StaticCredentials credentials = StaticCredentials.ofStore("shop")
            .withSecret("shop", "creds", "token", "t0")
            .withLabels("shop", "creds", Map.of("external-secrets.io/type", "webhook"));
    private SecretsClient client;

    Map<String, Object> config(String path) {
        Map<String, Object> config = new HashMap<>();
        config.put("url", path.startsWith("/") ? server.url() + path : path);
        config.put("caBundle", bundle());
        config.put("secrets", List.of(Map.of("name", "auth", "secretRef", Map.of("name", "creds"))));
        return config;
    }

    static String bundle() {
        return Base64.getEncoder().encodeToString(WebhookServer.pem("ca.pem").getBytes(StandardCharsets.US_ASCII));
    }

    static Map<String, Object> with(Map<String, Object> config, String member, Object value) {
        Map<String, Object> more = new HashMap<>(config);
        more.put(member, value);
        return more;
    }

    StoreContext context(Map<String, ?> config) {
        StoreIdentity identity = TestStores.identity("shop", "hook");
        return TestStores.context(identity, "webhook", config, credentials);
    }

    SecretsClient client(Map<String, ?> config) {
        if (client != null) {
            client.close();
        }
        client = new WebhookStoreProvider().connect(context(config));
        return client;
    }

    /** Returns a client that asks for {@code path} and takes what {@code jsonPath} finds. */
    SecretsClient client(String path, String jsonPath) {
        return client(with(config(path), "result", Map.of("jsonPath", jsonPath)));
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
        server.close();
    }
}
