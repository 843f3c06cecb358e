package dev.eso4j.core.fetch;

import dev.eso4j.api.externalsecret.GeneratorRef;
import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.CredentialAccess;
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

    /** Creates the source; {@code credentials} gives the access for a namespace. */
    public ClusterGenerators(
            Cluster cluster,
            Iterable<Generator> generators,
            Function<String, CredentialAccess> credentials,
            InstantSource clock,
            RandomGenerator random) {
        this.cluster = cluster;
        this.byKind = new TreeMap<>();
        generators.forEach(g -> byKind.put(g.kind(), g));
        this.credentials = credentials;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Issued generate(String namespace, GeneratorRef reference) {
        String apiVersion = reference.apiVersion() == null ? API_VERSION : reference.apiVersion();
        if (!apiVersion.equals(API_VERSION)) {
            throw new InvalidRequestException(
                    "generatorRef.apiVersion \"" + apiVersion + "\" does not exist", "use " + API_VERSION);
        }
        String kind = reference.kind();
        Generator generator = byKind.get(kind);
        if (generator == null) {
            throw new InvalidRequestException(
                    "generator " + kind + " is not built into this distribution",
                    byKind.isEmpty() ? "it has no generators yet" : "it has " + byKind.keySet());
        }
        GeneratorContext context = new GeneratorContext(
                namespace, spec(namespace, kind, reference.name()), credentials.apply(namespace), clock, random);
        try {
            return new Issued(generator, context, generator.generate(context));
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

    @SuppressWarnings("unchecked") // A spec that is an object is read as a map with text keys.
    private Map<String, @Nullable Object> spec(String namespace, String kind, String name) {
        ResourceType<GenericKubernetesResource> type =
                ResourceType.generic(GROUP, "v1alpha1", kind.toLowerCase(Locale.ROOT) + "s", kind, true);
        String what = kind + " \"" + name + "\" in namespace \"" + namespace + "\"";
        GenericKubernetesResource resource;
        try {
            resource = cluster.get(type, namespace, name)
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
        Object spec = resource.getAdditionalProperties().get("spec");
        return spec instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }
}
