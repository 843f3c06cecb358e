package dev.eso4j.api.store.kubernetes;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Pattern;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of this or another Kubernetes cluster.
 *
 * @param server The API server to talk to. Unused with {@code authRef}, which names one itself.
 * @param auth How to authenticate. Excludes {@code authRef}; one of the two is needed.
 * @param authRef A Secret with a kubeconfig that names the server and the credentials. Excludes {@code auth}.
 * @param remoteNamespace The namespace whose Secrets are read and written; {@code default} unless given.
 */
@ModelRecord
public record KubernetesProvider(
        @Nullable KubernetesServer server,
        @Nullable KubernetesAuth auth,
        @Nullable SecretKeySelector authRef,

        @Pattern(Forms.DNS_LABEL) @Length(min = 1, max = 63) @Default("\"default\"") @Nullable
        String remoteNamespace) {}
