package dev.eso4j.api.store.aws;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.ModelRecord;

/**
 * A key and a value.
 *
 * @param key The key, such as {@code team}.
 * @param value The value, such as {@code blue}.
 */
@ModelRecord
public record Tag(
        String key,
        @JsonInclude(JsonInclude.Include.NON_NULL) String value) {}
