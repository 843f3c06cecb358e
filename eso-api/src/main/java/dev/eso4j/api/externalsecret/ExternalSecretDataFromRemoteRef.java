package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many keys at once: of one remote object, of a search, or of a generator. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExternalSecretDataFromRemoteRef(
        @Nullable ExternalSecretDataRemoteRef extract,
        @Nullable ExternalSecretFind find,
        List<ExternalSecretRewrite> rewrite,
        @Nullable StoreGeneratorSourceRef sourceRef) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ExternalSecretDataFromRemoteRef {
        rewrite = rewrite == null ? List.of() : List.copyOf(rewrite);
    }
}
