package dev.eso4j.api.store.ovh;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * The login by a client certificate.
 *
 * @param certSecretRef The Secret with the certificate, in PEM; with name and key.
 * @param keySecretRef The Secret with the private key of the certificate, in PEM; with name and key.
 * @param caBundle The certificates of the authorities to trust, in PEM, encoded in Base64. Wins over {@code
 *     caProvider}; the authorities of the system are trusted when both are absent.
 * @param caProvider The Secret or ConfigMap that holds the certificates of the authorities to trust, in place of {@code
 *     caBundle}.
 */
@ModelRecord
@Rule(
        check =
                "has(self.certSecretRef.name) && has(self.certSecretRef.key) && has(self.keySecretRef.name) && has(self.keySecretRef.key)",
        message = "certSecretRef and keySecretRef need the name of the Secret and the key inside it")
public record OvhClientMTLS(
        SecretKeySelector certSecretRef,
        SecretKeySelector keySecretRef,
        @Nullable CABundle caBundle,
        @Nullable CAProvider caProvider) {}
