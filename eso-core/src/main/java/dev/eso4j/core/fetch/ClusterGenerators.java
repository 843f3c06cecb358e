package dev.eso4j.core.fetch;

import dev.eso4j.api.externalsecret.GeneratorRef;
import dev.eso4j.api.generator.GeneratorTypes;
import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.CredentialAccess;
import dev.eso4j.api.spi.Generated;
import dev.eso4j.api.spi.Generator;
import dev.eso4j.api.spi.GeneratorContext;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ResourceType;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Runs generators whose resources live in a cluster. */
public final class ClusterGenerators implements GeneratorSource {
    private static final String GROUP = "generators.external-secrets.io";
    private static final String API_VERSION = GROUP + "/v1alpha1";

    private final Cluster cluster;
    private final Map<String, Generator> byKind;
    private final Function<String, CredentialAccess> credentials;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Limit limit;

    /** Bounds how long a generator may take; it may have to wait for a service. */
    @FunctionalInterface
    public interface Limit {
        /** Does {@code work}, or gives it up; {@code what} is how messages call it. */
        Generated within(String what, Supplier<Generated> work);
    }

    /** Creates the source; {@code credentials} gives the access for a namespace. */
    public ClusterGenerators(
            Cluster cluster,
            Iterable<Generator> generators,
            Function<String, CredentialAccess> credentials,
            InstantSource clock,
            RandomGenerator random,
            Limit limit) {
        this.cluster = cluster;
        this.byKind = new TreeMap<>();
        generators.forEach(g -> byKind.put(g.kind(), g));
        this.credentials = credentials;
        this.clock = clock;
        this.random = random;
        this.limit = limit;
    }

    @Override
    public Issued generate(String namespace, GeneratorRef reference) {
        String apiVersion = reference.apiVersion() == null ? API_VERSION : reference.apiVersion();
        if (!apiVersion.equals(API_VERSION)) {
            throw new InvalidRequestException(
                    "generatorRef.apiVersion \"" + apiVersion + "\" does not exist", "use " + API_VERSION);
        }
        Resolved resolved = "ClusterGenerator".equals(reference.kind())
                ? clusterWide(reference.name())
                : new Resolved(reference.kind(), null);
        String kind = resolved.kind();
        Generator generator = byKind.get(kind);
        if (generator == null) {
            throw new InvalidRequestException(
                    "generator " + kind + " is not built into this distribution",
                    byKind.isEmpty() ? "it has no generators yet" : "it has " + byKind.keySet());
        }
        Map<String, @Nullable Object> spec = resolved.spec();
        GeneratorContext context = new GeneratorContext(
                namespace,
                spec == null ? spec(namespace, kind, reference.name()) : spec,
                credentials.apply(namespace),
                clock,
                random);
        try {
            return new Issued(
                    generator,
                    context,
                    limit.within(kind + " \"" + reference.name() + "\"", () -> generator.generate(context)));
        } catch (SecretsException e) {
            throw e;
        } catch (RuntimeException e) {
            // A defect, whose text may quote anything.
            throw new UnavailableException(
                    "generator " + kind + " \"" + reference.name() + "\" failed with "
                            + e.getClass().getSimpleName(),
                    "this is a defect of the generator",
                    null,
                    null);
        }
    }

    /**
     * What a reference leads to.
     *
     * @param spec the specification; {@code null} if it stands in a resource of that kind
     */
    private record Resolved(String kind, @Nullable Map<String, @Nullable Object> spec) {}

    /** A generator for all namespaces; what it refers to is looked up in that of the consumer all the same. */
    private Resolved clusterWide(String name) {
        Map<String, @Nullable Object> spec = spec(null, "ClusterGenerator", name);
        String kind = String.valueOf(spec.get("kind"));
        String member = GeneratorTypes.member(kind)
                .orElseThrow(() -> new InvalidRequestException(
                        "spec.kind of ClusterGenerator \"" + name + "\" is not a kind of generator",
                        "use one of " + GeneratorTypes.kinds()));
        Object wrapped = tree(spec.get("generator")).get(member);
        if (!(wrapped instanceof Map)) {
            throw new InvalidRequestException(
                    "spec.generator of ClusterGenerator \"" + name + "\" has no " + member,
                    "add it, or correct spec.kind");
        }
        return new Resolved(kind, tree(wrapped));
    }

    private Map<String, @Nullable Object> spec(@Nullable String namespace, String kind, String name) {
        ResourceType<GenericKubernetesResource> type =
                ResourceType.generic(GROUP, "v1alpha1", kind.toLowerCase(Locale.ROOT) + "s", kind, namespace != null);
        String what = kind + " \"" + name + "\"" + (namespace == null ? "" : " in namespace \"" + namespace + "\"");
        GenericKubernetesResource resource;
        try {
            resource = cluster.get(type, namespace == null ? "" : namespace, name)
                    .orElseThrow(() ->
                            new InvalidRequestException("there is no " + what, "create it, or correct generatorRef"));
        } catch (ClusterException e) {
            String message = "unable to get generator " + what + ": " + e.getMessage();
            throw switch (e.reason()) {
                case FORBIDDEN, UNAUTHORIZED ->
                    new AccessDeniedException(message, "give the operator the right to read it", e);
                case NOT_FOUND -> new NotFoundException(message, "install the generator CRDs", e);
                default -> new UnavailableException(message, "", e.retryAfter().orElse(null), e);
            };
        }
        return tree(resource.getAdditionalProperties().get("spec"));
    }

    @SuppressWarnings("unchecked") // An object in a resource is read as a map with text keys.
    private static Map<String, @Nullable Object> tree(@Nullable Object object) {
        return object instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }
}
