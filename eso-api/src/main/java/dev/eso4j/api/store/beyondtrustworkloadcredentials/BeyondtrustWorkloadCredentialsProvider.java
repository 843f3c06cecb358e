package dev.eso4j.api.store.beyondtrustworkloadcredentials;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of BeyondTrust Workload Credentials, which are read only; its generator has the same fields.
 *
 * @param auth How to authenticate.
 * @param server The site to talk to.
 * @param folderPath For a store the folder in which keys are looked up, such as {@code team/prod}, or the root of the
 *     site when absent. For a generator, which needs it, the path of the dynamic secret with its name last, such as
 *     {@code team/prod/deployer}.
 * @param caBundle The certificates of the authorities to trust, in PEM, encoded in Base64. Wins over
 *     {@code caProvider}; the authorities of the system are trusted when both are absent.
 * @param caProvider The Secret or ConfigMap that holds these certificates.
 */
@ModelRecord
public record BeyondtrustWorkloadCredentialsProvider(
        BeyondtrustWorkloadCredentialsAuth auth,
        BeyondtrustWorkloadCredentialsServer server,
        @Nullable String folderPath,
        @Nullable CABundle caBundle,
        @Nullable CAProvider caProvider) {}
