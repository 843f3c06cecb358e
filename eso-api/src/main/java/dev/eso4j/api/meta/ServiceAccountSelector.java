package dev.eso4j.api.meta;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ServiceAccount whose token is requested. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceAccountSelector(String name, @Nullable String namespace, List<String> audiences) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ServiceAccountSelector {
        audiences = audiences == null ? List.of() : List.copyOf(audiences);
    }
}
