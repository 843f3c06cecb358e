package dev.eso4j.provider.builtin.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MetadataPolicy;
import dev.eso4j.api.spi.PushRequest;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.RemoteObject;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.ValidationResult;
import dev.eso4j.provider.kit.FindFilter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and writes the Secrets of one namespace. Thread-safe. */
final class KubernetesClient implements SecretsClient {
    private final StoreIdentity store;
    private final KubeApi api;
    private final String namespace;
    private final KubeSecretWriter writer;

    KubernetesClient(StoreIdentity store, KubeApi api, String namespace) {
        this.store = store;
        this.api = api;
        this.namespace = namespace;
        this.writer = new KubeSecretWriter(api, namespace, store.clusterScoped());
    }

    /** Secrets have no versions, so one that is asked for is not looked at. */
    @Override
    public RemoteObject read(RemoteKey key) {
        JsonNode secret = api.get(namespace, key.key());
        return key.metadataPolicy() == MetadataPolicy.FETCH
                ? new KubeMetadataObject(
                        key.key(),
                        KubeSecretReader.texts(secret, "annotations"),
                        KubeSecretReader.texts(secret, "labels"))
                : new KubeSecretObject(key.key(), KubeSecretReader.data(secret));
    }

    /** Searches by labels, by name, or by both; the path is not looked at, for namespaces have none. */
    @Override
    public Map<String, RemoteObject> find(FindRequest query) {
        FindFilter filter = FindFilter.of(query);
        if (!filter.byName() && !filter.byTags()) {
            throw new InvalidRequestException(
                    "find in namespace " + namespace + ": neither a name nor tags are given",
                    "set find.name.regexp or find.tags");
        }
        Map<String, String> tags = query.tags();
        String selector = tags == null
                ? ""
                : new TreeMap<>(tags)
                        .entrySet().stream()
                                .map(tag -> tag.getKey() + "=" + tag.getValue())
                                .collect(Collectors.joining(","));
        Map<String, RemoteObject> found = new TreeMap<>();
        for (JsonNode secret : api.list(namespace, selector, each -> filter.matchesName(KubeSecretReader.name(each)))) {
            String name = KubeSecretReader.name(secret);
            found.put(name, new KubeSecretObject(name, KubeSecretReader.data(secret)));
        }
        return found;
    }

    @Override
    public void push(PushRequest request) {
        writer.push(request);
    }

    @Override
    public void delete(RemoteKey key, @Nullable String property) {
        writer.delete(key.key(), property);
    }

    @Override
    public boolean exists(RemoteKey key, @Nullable String property) {
        return api.lookup(namespace, key.key())
                .filter(secret -> property == null || secret.path("data").has(property))
                .isPresent();
    }

    @Override
    public ValidationResult check() {
        return new KubeAccessCheck(api, namespace).check();
    }

    @Override
    public void close() {
        api.close();
    }

    @Override
    public String toString() {
        return "KubernetesClient[" + store.display() + ", namespace " + namespace + "]";
    }
}
