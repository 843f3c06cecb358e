package dev.eso4j.core.fetch;

import dev.eso4j.api.SecretValue;
import java.util.List;
import java.util.Map;

/**
 * What an ExternalSecret's entries gave.
 *
 * @param values the values by key; to be used only if there are no problems
 * @param absent entries whose remote object does not exist, where the deletion policy says to go on without them
 * @param problems entries that failed
 * @param issued what generators made on the way
 */
public record FetchResult(
        Map<String, SecretValue> values, List<String> absent, List<EntryProblem> problems, List<Issued> issued) {}
