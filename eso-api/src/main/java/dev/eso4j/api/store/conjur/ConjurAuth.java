package dev.eso4j.api.store.conjur;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.MemberCount;
import org.jspecify.annotations.Nullable;

/**
 * How to authenticate to Conjur; exactly one member.
 *
 * @param apikey With the API key of a user or host.
 * @param jwt With a JSON web token, kept in a Secret or requested for a ServiceAccount.
 * @param cert With a client certificate.
 */
@ModelRecord
@MemberCount(min = 1, max = 1)
public record ConjurAuth(
        @Nullable ConjurAPIKey apikey,
        @Nullable ConjurJWT jwt,
        @Nullable ConjurCert cert) {}
