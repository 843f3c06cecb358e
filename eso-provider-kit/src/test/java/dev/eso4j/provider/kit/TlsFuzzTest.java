package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.fuzz.Chaos;
import dev.eso4j.fuzz.Fuzz;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Certificates and keys under fuzzing")
class TlsFuzzTest {
    private static final String AUTHORITY = resource("ca.pem");
    private static final String CERTIFICATE = resource("client-rsa.pem");
    private static final List<String> KEYS = List.of(
            resource("client-rsa-pkcs8.key"),
            resource("client-rsa-pkcs1.key"),
            resource("client-ec-sec1.key"),
            resource("client-rsa-encrypted.key"));

    /** What a store says about TLS. */
    record Given(String authority, String certificate, String key) {}

    private static Given given(Chaos chaos) {
        String key = chaos.pick(KEYS);
        return switch (chaos.below(4)) {
            case 0 -> new Given(pem(chaos, AUTHORITY), CERTIFICATE, key);
            case 1 -> new Given(AUTHORITY, pem(chaos, CERTIFICATE), key);
            case 2 -> new Given(AUTHORITY, CERTIFICATE, pem(chaos, key));
            default -> new Given(chaos.text(), chaos.text(), chaos.text());
        };
    }

    /** Damages the text, or, to get further, what it encodes. */
    private static String pem(Chaos chaos, String good) {
        if (chaos.chance(40)) {
            return chaos.mutate(good);
        }
        Pem block = Pem.parse(good).get(0);
        return "-----BEGIN " + block.type() + "-----\n"
                + Base64.getMimeEncoder().encodeToString(chaos.mutate(block.der())) + "\n-----END " + block.type()
                + "-----\n";
    }

    private static String deepDer(String type) {
        byte[] der = new byte[200_000];
        for (int i = 0; i < der.length; i += 2) {
            der[i] = 0x30;
            der[i + 1] = (byte) 0x80;
        }
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + type
                + "-----\n";
    }

    @Test
    @DisplayName("make a context or are refused, and no key is quoted")
    void context() {
        Fuzz.of("certificates and keys", TlsFuzzTest::given)
                .count(600)
                .first(
                        new Given(deepDer("CERTIFICATE"), CERTIFICATE, KEYS.get(0)),
                        new Given(AUTHORITY, CERTIFICATE, deepDer("RSA PRIVATE KEY")),
                        new Given(AUTHORITY, CERTIFICATE, deepDer("PRIVATE KEY")),
                        new Given(AUTHORITY, CERTIFICATE, deepDer("EC PRIVATE KEY")),
                        new Given("-----BEGIN ".repeat(100_000), CERTIFICATE, KEYS.get(0)),
                        new Given(AUTHORITY.repeat(200), CERTIFICATE.repeat(200), KEYS.get(0)))
                .refusedBy(SecretsException.class)
                .longestMessage(300)
                .neverSaying(given -> given.key.length() > 400 ? given.key.substring(200, 240) : "")
                .run(given -> {
                    Tls.system()
                            .trusting(given.authority)
                            .identifiedBy(given.certificate, SecretValue.of(given.key))
                            .context();
                    return List.of();
                });
    }

    private static String resource(String name) {
        try (InputStream in = TlsFuzzTest.class.getResourceAsStream("/tls/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
