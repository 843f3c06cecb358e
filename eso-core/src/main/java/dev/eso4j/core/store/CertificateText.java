package dev.eso4j.core.store;

import dev.eso4j.api.spi.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;

/** Accepts certificates as PEM, or as base64 of PEM, and nothing else. */
final class CertificateText {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private CertificateText() {}

    static String checked(String field, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.US_ASCII).trim();
        if (!text.contains("-----BEGIN")) {
            text = decoded(text);
        }
        int at = text.indexOf(BEGIN);
        if (at < 0) {
            throw invalid(field);
        }
        while (at >= 0) {
            int end = text.indexOf(END, at + BEGIN.length());
            if (end < 0) {
                throw invalid(field);
            }
            certificate(field, text.substring(at + BEGIN.length(), end));
            at = text.indexOf(BEGIN, end);
        }
        return text;
    }

    private static void certificate(String field, String base64) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            // The platform reads elements that do not state their length, which DER has not, by a recursion without
            // bound.
            if (der.length < 2 || der[1] == (byte) 0x80) {
                throw invalid(field);
            }
            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw invalid(field);
        }
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
