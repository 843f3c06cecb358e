package dev.eso4j.api.generator.beyondtrustworkloadcredentials;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.store.SecretStoreRetrySettings;
import dev.eso4j.api.store.beyondtrustworkloadcredentials.BeyondtrustWorkloadCredentialsProvider;
import org.jspecify.annotations.Nullable;

/**
 * Which dynamic secret of BeyondTrust Workload Credentials makes the values.
 *
 * @param controller The class of operators that use this generator: those started with the same {@code
 *     --controller-class}. Every operator when absent.
 * @param retrySettings How a request that failed is tried again.
 * @param provider The site, how to authenticate, and in {@code folderPath} the dynamic secret.
 */
@ModelRecord
@Rule(
        check =
                "has(self.provider.folderPath) && self.provider.folderPath != '' && !self.provider.folderPath.endsWith('/')",
        message =
                "provider.folderPath has to name the dynamic secret: folders and its name, such as team/prod/deployer")
public record BeyondtrustWorkloadCredentialsDynamicSecretSpec(
        @Nullable String controller,
        @Nullable SecretStoreRetrySettings retrySettings,
        BeyondtrustWorkloadCredentialsProvider provider) {}
