package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Says whom a TLS connection trusts and how it identifies itself.
 *
 * <p>By default the system's certificate authorities are trusted and no certificate is shown. Verification cannot be
 * turned off. Immutable and thread-safe.
 */
public final class Tls {
    private static final char[] IN_MEMORY = "memory".toCharArray();
    private static final Tls SYSTEM = new Tls(null, null, null);

    private final @Nullable String authorities;
    private final @Nullable String certificate;
    private final @Nullable SecretValue key;

    private Tls(@Nullable String authorities, @Nullable String certificate, @Nullable SecretValue key) {
        this.authorities = authorities;
        this.certificate = certificate;
        this.key = key;
    }

    /** Returns the defaults. */
    public static Tls system() {
        return SYSTEM;
    }

    /** Returns settings that trust the given certificates, PEM, and no others; {@code null} leaves the present ones. */
    public Tls trusting(@Nullable String pem) {
        return pem == null ? this : new Tls(pem, certificate, key);
    }

    /**
     * Returns settings that show a client certificate.
     *
     * @param certificatePem the certificate, followed by intermediate ones if there are any, PEM
     * @param keyPem its private key as PKCS#8, PKCS#1 or SEC 1, PEM, not encrypted
     */
    public Tls identifiedBy(String certificatePem, SecretValue keyPem) {
        return new Tls(authorities, certificatePem, keyPem);
    }

    /**
     * Returns a context with these settings.
     *
     * @throws InvalidRequestException if the certificates or the key cannot be read; the message quotes neither
     */
    public SSLContext context() {
        try {
            if (authorities == null && certificate == null) {
                return SSLContext.getDefault();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trust(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new InvalidRequestException(
                    "TLS cannot be set up with the given certificates", "check that they are complete", e);
        }
    }

    /**
     * As {@link #context}, but where the system's authorities are trusted only when it is first asked for: they are more than a
     * hundred certificates, and for a backend without TLS nobody needs them.
     */
    Supplier<SSLContext> whenNeeded() {
        if (authorities == null && certificate == null) {
            return this::context;
        }
        SSLContext context = context();
        return () -> context;
    }

    private KeyManager @Nullable [] keys() throws GeneralSecurityException, IOException {
        if (certificate == null || key == null) {
            return null;
        }
        List<X509Certificate> chain = certificates("the client certificate", certificate);
        PrivateKey privateKey;
        try {
            privateKey = PemKeys.read(key.utf8(), chain.get(0).getPublicKey());
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(
                    "the client key cannot be used: " + e.getMessage(),
                    "give the key of the client certificate as PEM, without encryption");
        }
        KeyStore store = emptyStore();
        store.setKeyEntry("client", privateKey, IN_MEMORY, chain.toArray(new X509Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, IN_MEMORY);
        return factory.getKeyManagers();
    }

    private TrustManager @Nullable [] trust() throws GeneralSecurityException, IOException {
        if (authorities == null) {
            return null;
        }
        KeyStore store = emptyStore();
        int n = 0;
        for (X509Certificate root : certificates("the certificate authority", authorities)) {
            store.setCertificateEntry("root" + n++, root);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, IN_MEMORY);
        return store;
    }

    private static List<X509Certificate> certificates(String what, String pem) {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Pem block : Pem.parse(pem)) {
                if (block.type().equals("CERTIFICATE")) {
                    if (!block.definite()) {
                        throw new CertificateException("not DER");
                    }
                    certificates.add(
                            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.der())));
                }
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw new InvalidRequestException(what + " cannot be read", "give X.509 certificates as PEM", e);
        }
        if (certificates.isEmpty()) {
            throw new InvalidRequestException(what + " has no PEM block CERTIFICATE", "give X.509 certificates as PEM");
        }
        return certificates;
    }

    @Override
    public String toString() {
        return "Tls[" + (authorities == null ? "system authorities" : "own authorities")
                + (certificate == null ? "" : ", client certificate") + "]";
    }
}
