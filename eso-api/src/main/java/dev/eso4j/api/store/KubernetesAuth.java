package dev.eso4j.api.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/** How a kubernetes store authenticates; exactly one member. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record KubernetesAuth(
        @Nullable CertAuth cert,
        @Nullable TokenAuth token,
        @Nullable ServiceAccountSelector serviceAccount) {}
