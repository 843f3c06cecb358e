package dev.eso4j.api.store.beyondtrust;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * How to authenticate to Password Safe: with an API key, or with a client id and a client secret; and with a client
 * certificate on top where the server asks for one.
 *
 * @param apiKey The API key. Wins over {@code clientId} and {@code clientSecret}.
 * @param clientId The client id of the API account. Needs {@code clientSecret}.
 * @param clientSecret The client secret of the API account. Needs {@code clientId}.
 * @param certificate The client certificate, in PEM. Unused without {@code certificateKey}.
 * @param certificateKey The private key of the client certificate, in PEM. Unused without {@code certificate}.
 */
@ModelRecord
@Rule(
        check = "has(self.apiKey) || (has(self.clientId) && has(self.clientSecret))",
        message = "give apiKey, or clientId and clientSecret")
public record BeyondtrustAuth(
        @Nullable BeyondTrustProviderSecretRef apiKey,
        @Nullable BeyondTrustProviderSecretRef clientId,
        @Nullable BeyondTrustProviderSecretRef clientSecret,
        @Nullable BeyondTrustProviderSecretRef certificate,
        @Nullable BeyondTrustProviderSecretRef certificateKey) {}
