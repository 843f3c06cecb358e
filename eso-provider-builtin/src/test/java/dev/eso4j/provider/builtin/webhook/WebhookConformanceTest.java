package dev.eso4j.provider.builtin.webhook;

import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.testkit.ProviderConformance;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The webhook provider conforms")
class WebhookConformanceTest extends ProviderConformance {
    private final WebhookStore store = new WebhookStore();

    @AfterEach
    void stop() {
        store.close();
    }

    @Override
    protected SecretStoreProvider provider() {
        return new WebhookStoreProvider();
    }

    @Override
    protected void seed(Map<String, String> objects) {
        objects.forEach(store.server::put);
    }

    @Override
    protected boolean findsByName() {
        return false;
    }

    @Override
    protected StoreContext store() {
        store.server.accept("token-" + CANARY);
        store.credentials.withSecret("shop", "creds", "token", "token-" + CANARY);
        Map<String, Object> config = WebhookStore.with(
                store.config("/secrets/{{ .remoteRef.key }}"),
                "headers",
                Map.of("Authorization", "Bearer {{ .auth.token }}", "X-Property", "{{ .remoteRef.property }}"));
        return store.context(WebhookStore.with(config, "result", Map.of("jsonPath", WebhookStore.PATH)));
    }
}
