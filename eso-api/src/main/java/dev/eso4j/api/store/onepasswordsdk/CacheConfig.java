package dev.eso4j.api.store.onepasswordsdk;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Range;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * How long and how many values are kept in memory.
 *
 * @param ttl How long a value is kept, as a duration such as {@code 1m30s}; {@code 5m} unless given.
 * @param maxSize How many values are kept at most; 100 unless given. The one that was used least recently goes first.
 */
@ModelRecord
public record CacheConfig(
        @Length(max = 128)
        @Default("\"5m\"")
        @Rule(check = Forms.IS_DURATION, message = "this is no duration; write one such as 5m or 1h30m")
        @Nullable
        String ttl,

        @Range(min = 1) @Default("100") @Nullable Integer maxSize) {}
