package dev.eso4j.api.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/** Secrets of this or another Kubernetes cluster. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record KubernetesProvider(
        @Nullable KubernetesServer server,
        @Nullable KubernetesAuth auth,
        @Nullable SecretKeySelector authRef,
        @Nullable String remoteNamespace) {}
