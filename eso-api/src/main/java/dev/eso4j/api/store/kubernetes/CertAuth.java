package dev.eso4j.api.store.kubernetes;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A client certificate and its key.
 *
 * @param clientCert Where the certificate stands, in PEM.
 * @param clientKey Where its private key stands, in PEM.
 */
@ModelRecord
public record CertAuth(SecretKeySelector clientCert, SecretKeySelector clientKey) {}
