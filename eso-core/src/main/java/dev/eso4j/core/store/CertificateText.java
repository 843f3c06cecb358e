package dev.eso4j.core.store;

import dev.eso4j.api.spi.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;

/** Accepts certificates as PEM, or as base64 of PEM, and nothing else. */
final class CertificateText {
    private CertificateText() {}

    static String checked(String field, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.US_ASCII).trim();
        if (!text.contains("-----BEGIN")) {
            text = decoded(text);
        }
        try {
            if (CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
                    .isEmpty()) {
                throw invalid(field);
            }
        } catch (CertificateException e) {
            throw invalid(field);
        }
        return text;
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            return text; // The check that follows says what is wrong.
        }
    }

    private static InvalidRequestException invalid(String field) {
        return new InvalidRequestException(
                field + " does not hold X.509 certificates", "give PEM blocks (or base64 of them)");
    }
}
