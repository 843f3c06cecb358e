package dev.eso4j.provider.builtin.fake;

import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.testkit.ProviderConformance;
import dev.eso4j.testkit.StaticCredentials;
import dev.eso4j.testkit.TestStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The fake provider conforms")
class FakeConformanceTest extends ProviderConformance {
    private final List<Map<String, Object>> data = new ArrayList<>();

    @Override
    protected SecretStoreProvider provider() {
        return new FakeStoreProvider();
    }

    @Override
    protected void seed(Map<String, String> objects) {
        objects.forEach((key, value) -> data.add(Map.of("key", key, "value", value)));
        data.add(Map.of("key", "conformance-one", "value", "{\"old\":\"" + CANARY + "\"}", "version", version()));
    }

    @Override
    protected StoreContext store() {
        return TestStores.context(
                TestStores.identity("shop", "fake"), "fake", Map.of("data", data), StaticCredentials.ofStore("shop"));
    }

    @Override
    protected Class<? extends SecretsException> missingProperty() {
        return NotFoundException.class;
    }

    @Override
    protected String version() {
        return "v1";
    }
}
