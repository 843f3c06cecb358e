package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A search for remote objects. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExternalSecretFind(
        @Nullable String path,
        @Nullable FindName name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, String> tags,
        @Nullable String conversionStrategy,
        @Nullable String decodingStrategy,
        @Nullable String nullBytePolicy) {}
