package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges JSON values into one. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExternalSecretRewriteMerge(
        @Nullable String into,
        List<String> priority,
        @Nullable String priorityPolicy,
        @Nullable String conflictPolicy,
        @Nullable String strategy) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ExternalSecretRewriteMerge {
        priority = priority == null ? List.of() : List.copyOf(priority);
    }
}
