package dev.eso4j.api.store.conjur;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * A login with a JSON web token. Needs {@code secretRef} or {@code serviceAccountRef}.
 *
 * @param account The account of Conjur, which the administrator chose when setting it up, such as {@code acme}.
 * @param serviceID The id of the JWT authenticator in Conjur, such as {@code prod} for {@code authn-jwt/prod}.
 * @param hostId The host to sign in as, such as {@code host/apps/shop}. The authenticator takes it from the token
 *     when absent.
 * @param secretRef Where the token stands; the key is {@code token} unless given. Unused with
 *     {@code serviceAccountRef}.
 * @param serviceAccountRef The ServiceAccount whose token, valid for 10 minutes, is requested for each login. Wins
 *     over {@code secretRef}.
 */
@ModelRecord
@Rule(check = "self.account != '' && self.serviceID != ''", message = "account and serviceID must not be empty")
@Rule(
        check = "has(self.secretRef) || has(self.serviceAccountRef)",
        message = "give secretRef, where a token stands, or serviceAccountRef, for which one is requested")
public record ConjurJWT(
        String account,
        String serviceID,
        @Nullable String hostId,
        @Nullable SecretKeySelector secretRef,
        @Nullable ServiceAccountSelector serviceAccountRef) {}
