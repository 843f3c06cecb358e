package dev.eso4j.api.store.conjur;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * A login with a client certificate.
 *
 * @param account The account of Conjur, which the administrator chose when setting it up, such as {@code acme}.
 * @param serviceID The id of the certificate authenticator in Conjur, such as {@code prod} for
 *     {@code authn-cert/prod}.
 * @param hostId The host to sign in as, such as {@code apps/shop}. The authenticator takes it from the certificate
 *     when absent.
 * @param clientCertRef Where the certificate stands, in PEM.
 * @param clientKeyRef Where the private key of the certificate stands, in PEM.
 */
@ModelRecord
@Rule(check = "self.account != '' && self.serviceID != ''", message = "account and serviceID must not be empty")
public record ConjurCert(
        String account,
        String serviceID,
        @Nullable String hostId,

        @Rule(check = "has(self.name)", message = "name the Secret that holds the certificate")
        SecretKeySelector clientCertRef,

        @Rule(check = "has(self.name)", message = "name the Secret that holds the private key")
        SecretKeySelector clientKeyRef) {}
