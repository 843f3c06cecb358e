package dev.eso4j.api.store.vault;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.meta.ServiceAccountSelector;
import dev.eso4j.api.store.gcpsm.GCPSMAuthSecretRef;
import dev.eso4j.api.store.gcpsm.GCPWorkloadIdentity;
import org.jspecify.annotations.Nullable;

/**
 * The login by a Google Cloud identity.
 *
 * @param path Where the method is mounted in Vault; {@code gcp} unless given.
 * @param role The role in Vault to log in with.
 * @param projectID The Google Cloud project of the service account; that of the machine when absent.
 * @param location The region of the service account, such as {@code europe-west3}. Kept for existing manifests; nothing
 *     reads it.
 * @param secretRef A key of a service account, kept in a Secret.
 * @param workloadIdentity The service account that a ServiceAccount of this cluster stands for.
 * @param serviceAccountRef A ServiceAccount of this cluster. Kept for existing manifests: the login uses the identity
 *     of the machine; name the ServiceAccount in {@code workloadIdentity} to use its own.
 */
@ModelRecord
public record VaultGCPAuth(
        @Default("\"gcp\"") @Nullable String path,
        String role,
        @Nullable String projectID,
        @Nullable String location,
        @Nullable GCPSMAuthSecretRef secretRef,
        @Nullable GCPWorkloadIdentity workloadIdentity,
        @Nullable ServiceAccountSelector serviceAccountRef) {}
