package dev.eso4j.api.store.kubernetes;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A client certificate and its key.
 *
 * @param clientCert The Secret with the certificate, in PEM; with name and key.
 * @param clientKey The Secret with its private key, in PEM.
 */
@ModelRecord
@Rule(
        check = "has(self.clientCert.name) && has(self.clientCert.key)",
        message = "clientCert needs the name of the Secret and the key inside it")
public record CertAuth(SecretKeySelector clientCert, SecretKeySelector clientKey) {}
