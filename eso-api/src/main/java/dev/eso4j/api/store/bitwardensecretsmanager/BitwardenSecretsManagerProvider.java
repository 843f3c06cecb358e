package dev.eso4j.api.store.bitwardensecretsmanager;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.CAProvider;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of Bitwarden Secrets Manager, by the Bitwarden SDK server that you run beside the operator.
 *
 * @param apiURL The address of the API of Bitwarden, such as {@code https://api.bitwarden.com}. The choice of the SDK
 *     server when absent.
 * @param identityURL The address of the identity service of Bitwarden, such as
 *     {@code https://identity.bitwarden.com}. The choice of the SDK server when absent.
 * @param bitwardenServerSDKURL The address of the SDK server, such as
 *     {@code https://bitwarden-sdk-server.bitwarden.svc:9998}. Needed.
 * @param caBundle The certificates of the authorities that the SDK server is trusted by, in PEM or in Base64 of that.
 *     Wins over {@code caProvider}.
 * @param caProvider The Secret or ConfigMap that holds these certificates.
 * @param organizationID The organization, a UUID.
 * @param projectID The project in which secrets are found by name, and into which they are written; a UUID.
 * @param auth How to authenticate.
 */
@ModelRecord
@Rule(
        check = "has(self.bitwardenServerSDKURL) && self.bitwardenServerSDKURL != ''",
        message = "give bitwardenServerSDKURL, the address of the Bitwarden SDK server")
public record BitwardenSecretsManagerProvider(
        @Nullable String apiURL,
        @Nullable String identityURL,
        @Nullable String bitwardenServerSDKURL,
        @Nullable String caBundle,
        @Nullable CAProvider caProvider,
        String organizationID,
        String projectID,
        BitwardenSecretsManagerAuth auth) {}
