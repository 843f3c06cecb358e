package dev.eso4j.api.store.vault;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * A client certificate of a connection, and its key.
 *
 * @param certSecretRef The Secret with the certificate, in PEM, under {@code tls.crt} unless a key is named. Needs
 *     {@code keySecretRef}.
 * @param keySecretRef The Secret with the private key, in PEM, under {@code tls.key} unless a key is named. Needs
 *     {@code certSecretRef}.
 */
@ModelRecord
@Rule(
        check = "has(self.certSecretRef) == has(self.keySecretRef)",
        message = "tls needs both certSecretRef and keySecretRef, or neither")
public record VaultClientTLS(
        @Nullable SecretKeySelector certSecretRef, @Nullable SecretKeySelector keySecretRef) {}
