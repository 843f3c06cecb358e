package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** One key of the target and where its value comes from. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExternalSecretData(
        String secretKey,
        ExternalSecretDataRemoteRef remoteRef,
        @Nullable StoreSourceRef sourceRef) {}
