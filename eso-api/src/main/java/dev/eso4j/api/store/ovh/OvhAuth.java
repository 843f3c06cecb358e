package dev.eso4j.api.store.ovh;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * How a store authenticates to OVHcloud.
 *
 * @param mtls With a client certificate. Excludes {@code token}; one of the two is needed.
 * @param token With a token. Excludes {@code mtls}.
 */
@ModelRecord
@Rule(check = "has(self.mtls) != has(self.token)", message = "auth needs exactly one of mtls and token")
public record OvhAuth(
        @Nullable OvhClientMTLS mtls, @Nullable OvhClientToken token) {}
