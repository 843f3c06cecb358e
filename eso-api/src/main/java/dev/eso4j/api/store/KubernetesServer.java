package dev.eso4j.api.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.meta.CAProvider;
import org.jspecify.annotations.Nullable;

/** The API server that a kubernetes store talks to. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record KubernetesServer(
        @Nullable String url,
        @Nullable byte[] caBundle,
        @Nullable CAProvider caProvider) {}
