package dev.eso4j.api.store.beyondtrust;

import dev.eso4j.api.ModelRecord;

/**
 * Secrets and managed accounts of BeyondTrust Password Safe.
 *
 * @param auth How to authenticate.
 * @param server The server to talk to, and what to read from it.
 */
@ModelRecord
public record BeyondtrustProvider(BeyondtrustAuth auth, BeyondtrustServer server) {}
