package dev.eso4j.api.spi;

import dev.eso4j.api.SecretValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a generator made.
 *
 * @param values the values by key
 * @param state what is needed to take them back later, a tree of maps, lists and scalars without secret values; {@code
 *     null} if there is nothing to take back
 */
public record Generated(
        Map<String, SecretValue> values, @Nullable Map<String, Object> state) {}
