package dev.eso4j.api.store.vault;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * The login by a client certificate, which then also serves every other request of the store.
 *
 * @param path Where the method is mounted in Vault; {@code cert} unless given.
 * @param vaultRole The role in Vault to log in with; every role that the certificate fits is tried when absent.
 * @param clientCert The Secret with the certificate, in PEM.
 * @param secretRef The Secret with the private key of the certificate, in PEM.
 */
@ModelRecord
public record VaultCertAuth(
        @Default("\"cert\"") @Nullable String path,
        @Nullable String vaultRole,
        @Nullable SecretKeySelector clientCert,
        @Nullable SecretKeySelector secretRef) {}
