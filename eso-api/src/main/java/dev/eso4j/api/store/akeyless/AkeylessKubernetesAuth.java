package dev.eso4j.api.store.akeyless;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * A login with the token of a ServiceAccount, which Akeyless has checked by a cluster. Needs
 * {@code serviceAccountRef} or {@code secretRef}.
 *
 * @param accessID The access id of the Kubernetes authentication method, such as {@code p-1a2b3c4d5e6f}.
 * @param k8sConfName The name of the Kubernetes authentication configuration of the gateway.
 * @param serviceAccountRef The ServiceAccount whose token is requested for each login. Wins over {@code secretRef}.
 * @param secretRef Where the token of a ServiceAccount stands; the key is {@code token} unless given.
 */
@ModelRecord
@Rule(check = "self.accessID != '' && self.k8sConfName != ''", message = "accessID and k8sConfName must not be empty")
public record AkeylessKubernetesAuth(
        String accessID,
        String k8sConfName,
        @Nullable ServiceAccountSelector serviceAccountRef,
        @Nullable SecretKeySelector secretRef) {}
