package dev.eso4j.api.store.beyondtrustworkloadcredentials;

import dev.eso4j.api.ModelRecord;

/**
 * How to authenticate to BeyondTrust Workload Credentials.
 *
 * @param apikey With an API key.
 */
@ModelRecord
public record BeyondtrustWorkloadCredentialsAuth(BeyondtrustWorkloadCredentialsAuthSecretRef apikey) {}
