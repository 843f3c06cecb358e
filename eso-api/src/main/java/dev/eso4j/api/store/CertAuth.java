package dev.eso4j.api.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A client certificate and its key.
 *
 * @param clientCert Where the certificate stands, in PEM.
 * @param clientKey Where its private key stands, in PEM.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CertAuth(SecretKeySelector clientCert, SecretKeySelector clientKey) {}
