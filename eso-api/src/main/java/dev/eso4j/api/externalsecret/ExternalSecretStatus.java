package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the last syncs led to. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExternalSecretStatus(
        @Nullable String refreshTime,
        @Nullable String syncedResourceVersion,
        List<ExternalSecretStatusCondition> conditions,
        @Nullable Binding binding) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ExternalSecretStatus {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}
