package dev.eso4j.api.store.crd;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.store.kubernetes.KubernetesAuth;
import dev.eso4j.api.store.kubernetes.KubernetesServer;
import org.jspecify.annotations.Nullable;

/**
 * Fields of resources of one kind, custom ones above all, in this or another Kubernetes cluster; read only.
 *
 * @param server The API server to talk to. Unused with {@code authRef}, which names one itself.
 * @param auth How to authenticate. Excludes {@code authRef}; one of the two is needed.
 * @param authRef A Secret with a kubeconfig that names the server and the credentials. Excludes {@code auth}.
 * @param resource Which kind of resource is read.
 * @param whitelist What consumers of the store may read; everything of the kind when absent.
 */
@ModelRecord
@Rule(
        check = "has(self.auth) != has(self.authRef)",
        message = "exactly one of auth and authRef is needed: credentials, or a kubeconfig with credentials")
public record CRDProvider(
        @Nullable KubernetesServer server,
        @Nullable KubernetesAuth auth,
        @Nullable SecretKeySelector authRef,
        CRDProviderResource resource,
        @Nullable CRDProviderWhitelist whitelist) {}
