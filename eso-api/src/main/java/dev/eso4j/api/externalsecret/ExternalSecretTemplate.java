package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The blueprint of the target. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExternalSecretTemplate(
        @Nullable String type,
        @Nullable String engineVersion,
        @Nullable ExternalSecretTemplateMetadata metadata,
        @Nullable String mergePolicy,
        Map<String, String> data,
        List<TemplateFrom> templateFrom) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ExternalSecretTemplate {
        data = data == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(data));
        templateFrom = templateFrom == null ? List.of() : List.copyOf(templateFrom);
    }
}
