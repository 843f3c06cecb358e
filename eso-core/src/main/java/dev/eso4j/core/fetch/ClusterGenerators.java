package dev.eso4j.core.fetch;

import dev.eso4j.api.externalsecret.GeneratorRef;
import dev.eso4j.api.generator.GeneratorTypes;
import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.Generated;
import dev.eso4j.api.spi.Generator;
import dev.eso4j.api.spi.GeneratorContext;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.store.StoreClients;
import dev.eso4j.core.store.StoreGate;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Runs generators whose resources live in a cluster. */
public final class ClusterGenerators implements GeneratorSource {
    private static final String GROUP = "generators.external-secrets.io";
    private static final String CLUSTER_KIND = "ClusterGenerator";
    private static final String API_VERSION = GROUP + "/v1alpha1";

    private final Cluster cluster;
    private final Map<String, Generator> byKind;
    private final StoreClients clients;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** Creates the source; calls go through gates as those of stores do. */
    public ClusterGenerators(
            Cluster cluster,
            Iterable<Generator> generators,
            StoreClients clients,
            InstantSource clock,
            RandomGenerator random) {
        this.cluster = cluster;
        this.byKind = new TreeMap<>();
        generators.forEach(g -> byKind.put(g.kind(), g));
        this.clients = clients;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Located locate(String namespace, GeneratorRef reference) {
        String apiVersion = reference.apiVersion() == null ? API_VERSION : reference.apiVersion();
        if (!apiVersion.equals(API_VERSION)) {
            throw new InvalidRequestException(
                    "generatorRef.apiVersion \"" + apiVersion + "\" does not exist", "use " + API_VERSION);
        }
        boolean clusterWide = CLUSTER_KIND.equals(reference.kind());
        if (!clusterWide) {
            known(reference.kind()); // Before its resource is asked for, of which there may be no CRD.
        }
        Resource resource = resource(clusterWide ? null : namespace, reference.kind(), reference.name());
        Resolved resolved = clusterWide
                ? clusterWide(reference.name(), resource.spec())
                : new Resolved(reference.kind(), resource.spec());
        StoreIdentity identity = new StoreIdentity(
                reference.kind(),
                clusterWide ? null : namespace,
                reference.name(),
                resource.uid(),
                resource.generation(),
                // What it refers to is looked up there, so tenants do not share its fate.
                clusterWide ? namespace : "");
        GeneratorContext context =
                new GeneratorContext(namespace, resolved.spec(), clients.credentialsFor(namespace), clock, random);
        return new Found(known(resolved.kind()), identity, context);
    }

    private Generator known(String kind) {
        Generator generator = byKind.get(kind);
        if (generator == null) {
            throw new InvalidRequestException(
                    "generator " + kind + " is not built into this distribution",
                    byKind.isEmpty() ? "it has no generators yet" : "it has " + byKind.keySet());
        }
        return generator;
    }

    private final class Found implements Located {
        private final Generator generator;
        private final StoreIdentity identity;
        private final GeneratorContext context;

        Found(Generator generator, StoreIdentity identity, GeneratorContext context) {
            this.generator = generator;
            this.identity = identity;
            this.context = context;
        }

        @Override
        public StoreGate gate() {
            return clients.gateOf(identity);
        }

        @Override
        public Issued generate() {
            try {
                Generated generated = call("generate", () -> generator.generate(context));
                return new Issued(
                        generator.kind(),
                        generated,
                        () -> call("cleanup", () -> {
                            generator.cleanup(context, generated);
                            return true;
                        }));
            } catch (SecretsException e) {
                throw e;
            } catch (RuntimeException e) {
                // A defect, whose text may quote anything.
                throw new UnavailableException(
                        "generator " + generator.kind() + " \"" + identity.name() + "\" failed with "
                                + e.getClass().getSimpleName(),
                        "this is a defect of the generator",
                        null,
                        null);
            }
        }

        private <T> T call(String operation, Supplier<T> work) {
            return clients.callOf(identity, generator.kind(), operation, work);
        }
    }

    /** A kind of generator, and what the generator is told. */
    private record Resolved(String kind, Map<String, @Nullable Object> spec) {}

    private record Resource(String uid, long generation, Map<String, @Nullable Object> spec) {}

    /** A generator for all namespaces; what it refers to is looked up in that of the consumer all the same. */
    private static Resolved clusterWide(String name, Map<String, @Nullable Object> spec) {
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

    private Resource resource(@Nullable String namespace, String kind, String name) {
        ResourceType<GenericKubernetesResource> type =
                ResourceType.generic(GROUP, "v1alpha1", kind.toLowerCase(Locale.ROOT) + "s", kind, namespace != null);
        String what = kind + " \"" + name + "\"" + (namespace == null ? "" : " in namespace \"" + namespace + "\"");
        @Nullable GenericKubernetesResource resource;
        try {
            resource =
                    cluster.get(type, namespace == null ? "" : namespace, name).orElse(null);
        } catch (ClusterException e) {
            String message = "unable to get generator " + what + ": " + e.getMessage();
            throw switch (e.reason()) {
                case FORBIDDEN, UNAUTHORIZED ->
                    new AccessDeniedException(message, "give the operator the right to read it", e);
                case NOT_FOUND -> new NotFoundException(message, "install the generator CRDs", e);
                default -> new UnavailableException(message, "", e.retryAfter().orElse(null), e);
            };
        }
        if (resource == null) {
            clients.gone(kind, namespace, name);
            throw new InvalidRequestException("there is no " + what, "create it, or correct generatorRef");
        }
        ObjectMeta metadata = resource.getMetadata();
        return new Resource(
                Objects.requireNonNullElse(metadata.getUid(), ""),
                Objects.requireNonNullElse(metadata.getGeneration(), 0L),
                tree(resource.getAdditionalProperties().get("spec")));
    }

    @SuppressWarnings("unchecked") // An object in a resource is read as a map with text keys.
    private static Map<String, @Nullable Object> tree(@Nullable Object object) {
        return object instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }
}
