package dev.eso4j.core.fetch;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecretDataFromRemoteRef;
import dev.eso4j.api.externalsecret.ExternalSecretDataRemoteRef;
import dev.eso4j.api.externalsecret.ExternalSecretFind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What becomes of the values that an entry of {@code dataFrom} has fetched: new names for keys, decoding, checks. Pure. */
public final class BulkEntry {
    private BulkEntry() {}

    /**
     * Returns the values as they go on to the target.
     *
     * @throws FetchException if the rules of the entry do not fit what was fetched
     */
    public static Map<String, SecretValue> finish(
            ExternalSecretDataFromRemoteRef entry, Map<String, SecretValue> fetched) {
        ExternalSecretFind find = entry.find();
        ExternalSecretDataRemoteRef extract = entry.extract();
        if (find != null) {
            return finish(entry, fetched, find.conversionStrategy(), find.decodingStrategy(), find.nullBytePolicy());
        } else if (extract != null) {
            return finish(
                    entry, fetched, extract.conversionStrategy(), extract.decodingStrategy(), extract.nullBytePolicy());
        }
        return Keys.checked(Rewrites.apply(entry.rewrite(), fetched)); // A generator's keys are what it says.
    }

    /** Keys are converted only without a rewrite: with one, what is left invalid is the rewrite's mistake. */
    private static Map<String, SecretValue> finish(
            ExternalSecretDataFromRemoteRef entry,
            Map<String, SecretValue> all,
            @Nullable String conversion,
            @Nullable String decoding,
            @Nullable String nullBytes) {
        Map<String, SecretValue> keys =
                entry.rewrite().isEmpty() ? Keys.convert(conversion, all) : Rewrites.apply(entry.rewrite(), all);
        Map<String, SecretValue> out = new LinkedHashMap<>();
        new TreeMap<>(Keys.checked(keys)).forEach((key, value) -> {
            SecretValue decoded = decoded(decoding, key, value);
            NullBytes.check(nullBytes, key, decoded);
            out.put(key, decoded);
        });
        return out;
    }

    private static SecretValue decoded(@Nullable String strategy, String key, SecretValue value) {
        try {
            return Decoding.decode(strategy, value);
        } catch (FetchException e) {
            throw new FetchException("failure decoding key " + key + ": " + e.getMessage());
        }
    }
}
