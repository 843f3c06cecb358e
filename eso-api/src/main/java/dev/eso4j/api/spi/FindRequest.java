package dev.eso4j.api.spi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search for remote objects.
 *
 * @param path where to search; {@code null} is everywhere
 * @param nameRegexp RE2 expression that must match somewhere in the name; {@code null} does not restrict
 * @param tags tags that an object must all have; {@code null} does not restrict, while an empty map asks for a search by
 *     tags that matches everything
 */
public record FindRequest(
        @Nullable String path,
        @Nullable String nameRegexp,
        @Nullable Map<String, String> tags) {}
