package dev.eso4j.api.store.beyondtrustworkloadcredentials;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * An API key of BeyondTrust Workload Credentials.
 *
 * @param token Where the API key stands. It is sent as a bearer token.
 */
@ModelRecord
public record BeyondtrustWorkloadCredentialsAuthSecretRef(
        @Rule(check = "has(self.name)", message = "name the Secret that holds the API key")
        SecretKeySelector token) {}
