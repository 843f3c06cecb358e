package dev.eso4j.api.spi;

import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a generator gets.
 *
 * @param namespace the namespace of the consumer
 * @param spec the {@code spec} of the generator resource, a tree of maps, lists and scalars
 * @param credentials access to what the spec references, in the consumer's namespace only
 * @param clock the time
 * @param random the source of randomness, fit for secrets
 */
public record GeneratorContext(
        String namespace,
        Map<String, @Nullable Object> spec,
        CredentialAccess credentials,
        InstantSource clock,
        RandomGenerator random) {}
