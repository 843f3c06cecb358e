package dev.eso4j.testkit;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.meta.ServiceAccountSelector;
import dev.eso4j.api.spi.CredentialAccess;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.ServiceAccountToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that a test states, with the namespace rules of the real thing.
 *
 * <p>Thread-safe; what is stated while clients are in use is seen by their next look.
 */
public final class StaticCredentials implements CredentialAccess {
    private final boolean clusterScoped;
    private final String consumer;
    private final Map<List<String>, SecretValue> values = new ConcurrentHashMap<>();
    private final Map<List<String>, Map<String, String>> labels = new ConcurrentHashMap<>();
    private final Map<List<String>, TokenIssuer> issuers = new ConcurrentHashMap<>();
    private final Map<List<String>, Map<String, String>> annotations = new ConcurrentHashMap<>();

    /** Issues the tokens of one ServiceAccount. */
    @FunctionalInterface
    public interface TokenIssuer {
        /** Issues a token. */
        ServiceAccountToken issue(List<String> audiences, @Nullable Duration lifetime);
    }

    private StaticCredentials(boolean clusterScoped, String consumer) {
        this.clusterScoped = clusterScoped;
        this.consumer = consumer;
    }

    /** Returns the credentials of a SecretStore in {@code namespace}. */
    public static StaticCredentials ofStore(String namespace) {
        return new StaticCredentials(false, namespace);
    }

    /** Returns the credentials of a ClusterSecretStore; an empty consumer means that there is none yet. */
    public static StaticCredentials ofClusterStore(String consumer) {
        return new StaticCredentials(true, consumer);
    }

    /** States one key of a Secret, or of a ConfigMap. */
    public StaticCredentials withSecret(String namespace, String name, String key, String value) {
        values.put(List.of(namespace, name, key), SecretValue.of(value));
        return this;
    }

    /** States the labels of a Secret. */
    public StaticCredentials withLabels(String namespace, String name, Map<String, String> stated) {
        labels.put(List.of(namespace, name), Map.copyOf(stated));
        return this;
    }

    /** States who issues the tokens of a ServiceAccount. */
    public StaticCredentials withTokens(String namespace, String name, TokenIssuer issuer) {
        issuers.put(List.of(namespace, name), issuer);
        return this;
    }

    /** States the annotations of a ServiceAccount. */
    public StaticCredentials withAnnotations(String namespace, String name, Map<String, String> stated) {
        annotations.put(List.of(namespace, name), Map.copyOf(stated));
        return this;
    }

    @Override
    public SecretValue secret(String field, SecretKeySelector reference) {
        return value(field, namespace(field, reference.namespace()), reference.name(), reference.key());
    }

    @Override
    public Map<String, SecretValue> labelledSecret(
            String field, SecretKeySelector reference, String label, String value) {
        List<String> secret = List.of(namespace(field, reference.namespace()), String.valueOf(reference.name()));
        if (!value.equals(labels.getOrDefault(secret, Map.of()).get(label))) {
            throw new InvalidRequestException(
                    field + ": " + secret + " has no label " + label + ": " + value, "state it with withLabels");
        }
        Map<String, SecretValue> all = new TreeMap<>();
        values.forEach((path, each) -> {
            if (path.subList(0, 2).equals(secret)) {
                all.put(path.get(2), each);
            }
        });
        return all;
    }

    private SecretValue value(String field, String namespace, @Nullable String name, @Nullable String key) {
        SecretValue value = name == null || key == null ? null : values.get(List.of(namespace, name, key));
        if (value == null) {
            throw new InvalidRequestException(
                    field + ": there is no key " + key + " of " + name + " in namespace " + namespace,
                    "state it with withSecret");
        }
        return value;
    }

    @Override
    public ServiceAccountToken serviceAccountToken(
            String field, ServiceAccountSelector reference, List<String> audiences, @Nullable Duration lifetime) {
        TokenIssuer issuer = issuers.get(List.of(namespace(field, reference.namespace()), reference.name()));
        if (issuer == null) {
            throw new InvalidRequestException(
                    field + ": there is no ServiceAccount " + reference.name(), "state it with withTokens");
        }
        List<String> all = new ArrayList<>(audiences);
        all.addAll(reference.audiences());
        return issuer.issue(all, lifetime);
    }

    @Override
    public Map<String, String> serviceAccountAnnotations(String field, ServiceAccountSelector reference) {
        return annotations.getOrDefault(List.of(namespace(field, reference.namespace()), reference.name()), Map.of());
    }

    @Override
    public @Nullable String certificates(String field, @Nullable CABundle bundle, @Nullable CAProvider provider) {
        if (bundle != null && !bundle.isEmpty()) {
            byte[] given = bundle.pem();
            String text = new String(given, StandardCharsets.UTF_8);
            return text.contains("-----BEGIN")
                    ? text
                    : new String(Base64.getMimeDecoder().decode(given), StandardCharsets.UTF_8);
        }
        if (provider == null) {
            return null;
        }
        return value(
                        field + ".caProvider",
                        namespace(field + ".caProvider", provider.namespace()),
                        provider.name(),
                        provider.key())
                .utf8();
    }

    @Override
    public boolean consumerUnknown() {
        return consumer.isEmpty();
    }

    private String namespace(String field, @Nullable String stated) {
        if (stated == null || stated.isEmpty()) {
            if (consumer.isEmpty()) {
                throw new InvalidRequestException(field + " has no namespace and there is no consumer", "set it");
            }
            return consumer;
        }
        if (!clusterScoped && !stated.equals(consumer)) {
            throw new InvalidRequestException(
                    field + ".namespace is not that of the SecretStore", "use a ClusterSecretStore");
        }
        return stated;
    }

    @Override
    public String toString() {
        return "StaticCredentials[" + values.keySet() + "]";
    }
}
