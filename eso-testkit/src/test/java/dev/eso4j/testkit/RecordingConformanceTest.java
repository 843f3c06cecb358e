package dev.eso4j.testkit;

import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.StoreContext;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The recording provider conforms")
class RecordingConformanceTest extends ProviderConformance {
    private final RecordingProvider provider = new RecordingProvider("recording");

    @Override
    protected SecretStoreProvider provider() {
        return provider;
    }

    @Override
    protected void seed(Map<String, String> objects) {
        objects.forEach(provider.backend()::put);
    }

    @Override
    protected StoreContext store() {
        return TestStores.context(
                TestStores.identity("shop", "s"), "recording", Map.of(), StaticCredentials.ofStore("shop"));
    }
}
