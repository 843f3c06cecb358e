package dev.eso4j.template.functions.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.template.TemplateEngine;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A certificate or store that a template makes")
class MadeCertificatesTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final String KEY = "{{ $k := genPrivateKey \"ecdsa\" }}";

    @Test
    @DisplayName("is what Java reads as a certificate of an authority")
    void authority() throws Exception {
        X509Certificate certificate = certificate(KEY + "{{ (genCAWithKey \"My CA\" 10 $k).Cert }}");

        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=My CA");
        assertThat(certificate.getNotBefore()).isEqualTo(Date.from(NOW));
        assertThat(certificate.getNotAfter()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(10))));
        assertThat(certificate.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
        assertThat(certificate.getKeyUsage()).startsWith(true, false, true, false, false, true, false);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
        certificate.verify(certificate.getPublicKey());
    }

    @Test
    @DisplayName("is signed by its issuer, for names and addresses")
    void signed() throws Exception {
        String chain = render(KEY + "{{ $ca := genCAWithKey \"ca\" 1 $k }}{{ (genSignedCertWithKey \"a.example\""
                + " (list \"10.0.0.1\" \"2001:db8::1\") (list \"a.example\") 1 $ca (genPrivateKey \"ed25519\")).Cert }}"
                + "{{ $ca.Cert }}");
        List<X509Certificate> both =
                CertificateFactory.getInstance("X.509").generateCertificates(stream(chain)).stream()
                        .map(X509Certificate.class::cast)
                        .toList();

        both.get(0).verify(both.get(1).getPublicKey());
        assertThat(both.get(0).getBasicConstraints()).isEqualTo(-1);
        assertThat(both.get(0).getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .containsExactly("a.example", "10.0.0.1", "2001:db8:0:0:0:0:0:1");
    }

    @Test
    @DisplayName("verifies with RSA, and so does one signed with it")
    void rsa() throws Exception {
        X509Certificate certificate = certificate(
                "{{ $ca := genCA \"ca\" 1 }}{{ (genSignedCertWithKey \"\" nil (list \"a\") 1 $ca $ca.Key).Cert }}");

        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withRSA");
        assertThat(certificate.getCriticalExtensionOIDs()).contains("2.5.29.17");
    }

    @Test
    @DisplayName("opens in Java's own key store, with its key and its password only")
    void keyStore() throws Exception {
        byte[] store = Base64.getDecoder()
                .decode(render(KEY + "{{ $c := genCAWithKey \"ca\" 1 $k }}{{ pemToPkcs12Pass $c.Cert $k \"pass\" }}"));
        KeyStore opened = KeyStore.getInstance("PKCS12");
        opened.load(new ByteArrayInputStream(store), "pass".toCharArray());

        String alias = opened.aliases().nextElement();
        assertThat(opened.getKey(alias, "pass".toCharArray()).getAlgorithm()).isEqualTo("EC");
        assertThat(opened.getCertificateChain(alias)).hasSize(1);
        assertThat(new String(store, StandardCharsets.ISO_8859_1)).doesNotContain("PRIVATE");
    }

    @Test
    @DisplayName("opens in Java as a store of trusted certificates")
    void trustStore() throws Exception {
        byte[] store = Base64.getDecoder()
                .decode(render(KEY + "{{ pemTruststoreToPKCS12Pass (genCAWithKey \"Root X\" 1 $k).Cert \"pass\" }}"));
        KeyStore opened = KeyStore.getInstance("PKCS12");
        opened.load(new ByteArrayInputStream(store), "pass".toCharArray());

        String alias = opened.aliases().nextElement();
        assertThat(alias).isEqualToIgnoringCase("CN=Root X");
        assertThat(opened.isCertificateEntry(alias)).isTrue();
    }

    @Test
    @DisplayName("is the same store at every rendering, and another one for another key")
    void sameStore() {
        String template = "{{ $c := genCAWithKey \"ca\" 1 .k }}{{ $a := fullPemToPkcs12Pass $c.Cert .k \"p\" }}"
                + "{{ eq $a (fullPemToPkcs12Pass $c.Cert .k \"p\") }}"
                + "{{ eq $a (fullPemToPkcs12Pass $c.Cert (genPrivateKey \"ecdsa\") \"p\") }}";
        String key = render("{{ genPrivateKey \"ecdsa\" }}");

        assertThat(render(template, Map.of("k", key))).isEqualTo("truefalse");
    }

    private static X509Certificate certificate(String template) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream(render(template)));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String render(String template) {
        return render(template, Map.of());
    }

    private static String render(String template, Map<String, String> data) {
        TemplateEngine engine =
                TemplateEngine.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
        return new String(
                engine.parse("t", template.getBytes(StandardCharsets.UTF_8)).execute(data), StandardCharsets.UTF_8);
    }
}
