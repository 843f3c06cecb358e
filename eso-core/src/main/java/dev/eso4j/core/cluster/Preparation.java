package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonParser;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What a fresh JVM has to load before it can ask an API server and understand the answer. */
final class Preparation {
    private static final String STORE = "{\"metadata\":{},\"spec\":{\"provider\":{\"fake\":{\"data\":[]}}},"
            + "\"status\":{\"conditions\":[{\"type\":\"Ready\"}]}}";
    private static final String EXTERNAL_SECRET = "{\"metadata\":{},\"spec\":{\"refreshInterval\":\"1h\","
            + "\"secretStoreRef\":{\"name\":\"a\",\"kind\":\"SecretStore\"},\"target\":{\"creationPolicy\":\"Owner\"},"
            + "\"data\":[{\"secretKey\":\"a\",\"remoteRef\":{\"key\":\"a\"}}]},"
            + "\"status\":{\"conditions\":[{\"type\":\"Ready\"}]}}";

    private Preparation() {}

    /** Makes a connection ready that is never opened, and reads an object of each kind that an operator lists. */
    static void run() {
        // It trusts everybody because it meets nobody: reading the certificates of the JDK would take longer than the
        // rest.
        Config nobody = new ConfigBuilder(Config.empty())
                .withMasterUrl("https://localhost")
                .withTrustCerts(true)
                .build();
        new ApiEndpoint(nobody).sayHello();
        read(EXTERNAL_SECRET, List.of(ResourceType.EXTERNAL_SECRETS));
        read(STORE, List.of(ResourceType.SECRET_STORES, ResourceType.CLUSTER_SECRET_STORES));
    }

    private static void read(String object, List<ResourceType<?>> types) {
        for (ResourceType<?> type : types) {
            try (JsonParser parser = Json.MAPPER.createParser(object)) {
                ApiStream.begin(parser);
                type.read(parser);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
