package dev.eso4j.standalone.render;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecretDataFromRemoteRef;
import dev.eso4j.core.fetch.BulkEntry;
import dev.eso4j.core.fetch.FetchException;
import dev.eso4j.standalone.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The values that templates get: of each entry of {@code dataFrom} what its rules make of what was given as its answer, and
 * over these what was given as it is.
 *
 * @param values the values
 * @param previews the keys of each entry that something was given for
 */
record FetchedEntries(Map<String, SecretValue> values, Map<String, List<String>> previews) {
    /**
     * Works them out.
     *
     * @throws UsageException if something was given for an entry that there is not
     * @throws FailedEntryException if the rules of an entry do not fit what was given
     */
    static FetchedEntries of(List<ExternalSecretDataFromRemoteRef> dataFrom, GivenValues given) {
        Map<String, SecretValue> values = new LinkedHashMap<>();
        Map<String, List<String>> previews = new LinkedHashMap<>();
        new TreeMap<>(given.answers()).forEach((index, answer) -> {
            String field = "spec.dataFrom[" + index + "]";
            if (index >= dataFrom.size()) {
                throw new UsageException("--data-from=" + index + "=...: there is no " + field + "; the manifest has "
                        + dataFrom.size() + (dataFrom.size() == 1 ? " entry" : " entries") + ", counted from 0");
            }
            Map<String, SecretValue> fetched = new LinkedHashMap<>();
            answer.forEach((key, value) -> fetched.put(key, SecretValue.of(value)));
            try {
                Map<String, SecretValue> finished = BulkEntry.finish(dataFrom.get(index), fetched);
                values.putAll(finished);
                previews.put(field, List.copyOf(new TreeSet<>(finished.keySet())));
            } catch (FetchException e) {
                throw new FailedEntryException(field + ": " + e.getMessage());
            }
        });
        given.all().forEach((key, value) -> values.put(key, SecretValue.of(value)));
        return new FetchedEntries(values, previews);
    }

    @Override
    public String toString() {
        return "FetchedEntries[" + values.keySet() + "]";
    }
}
