package dev.eso4j.api.store.gcpsm;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of Google Cloud Secret Manager.
 *
 * @param auth How to authenticate, by one method; of several, the first of {@code secretRef}, {@code workloadIdentity}
 *     and {@code workloadIdentityFederation} counts. With the application default credentials of the operator's own pod
 *     or machine when absent.
 * @param projectID The project that holds the secrets, by its id, such as {@code shop-prod-4711}; the project of the
 *     cluster when absent. Needed with {@code auth.secretRef}.
 * @param location The region of regional secrets, such as {@code europe-west3}; global secrets when absent.
 * @param secretVersionSelectionPolicy What a reference without a version gets when the latest version is disabled or
 *     destroyed: {@code LatestOrFail} an error, {@code LatestOrFetch} the newest version that is enabled. {@code
 *     LatestOrFail} unless given.
 */
@ModelRecord
public record GCPSMProvider(
        @Nullable GCPSMAuth auth,
        @Nullable String projectID,
        @Nullable String location,
        @Default("\"LatestOrFail\"") @Nullable String secretVersionSelectionPolicy) {}
