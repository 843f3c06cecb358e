package dev.eso4j.core.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.fuzz.Chaos;
import dev.eso4j.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Certificates of stores under fuzzing")
class CertificateTextFuzzTest {
    /** Self-signed, made for this test alone. */
    private static final String GOOD = """
            -----BEGIN CERTIFICATE-----
            MIIB6jCB0wIUfnAGfvdmO8du4bNvij+HWxTZSCUwDQYJKoZIhvcNAQELBQAwGTEX
            MBUGA1UEAwwOdGVzdC1hdXRob3JpdHkwIBcNMjYxMTI0MDYyMjAxWhgPMjEyNjEw
            MzEwNjIyMDFaMBQxEjAQBgNVBAMMCWNsaWVudC1lYzBZMBMGByqGSM49AgEGCCqG
            SM49AwEHA0IABH+XWJfu8nLhGbYSRuZ44b8XWY1+8hzmfGt8xWnepCfztDxO51Qw
            Y8Em0JP8wfMyIvxtxTtPk2KI5mXVbdM+FagwDQYJKoZIhvcNAQELBQADggEBAKZ2
            DOcJi/yNBi5rttMG6nYSZxf0mF79kPbDY3AXLbu0oOigKQGoAYJ9YCxgo/xkBFds
            QBsCd/wl7ArNSu+tLQAkW+1jUpUGo7qY7VNyPuBhSAnJzXfcmvHyFx/oJnsJ67ri
            MjODgHLae93KmaQeFO7slvOVI4G/t0IUv9Xqbl4Z8vGFHwqDmAhjiCVmqhmVc7U3
            KYY9ZA91HaFrY23zWus/37a/rXq1W5dfz0UIi1Rxty90QhWJ9mh2fR4kniJSxGNv
            4QSa+L6dhoCWVBtBFIuy9Oo1W2pIROaDMSydmuMhRDAUFhNAIYHYRLJIRcQDz04H
            y+YxwRVJkM8w6OKmPdM=
            -----END CERTIFICATE-----
            """;

    private static byte[] text(Chaos chaos) {
        byte[] good = GOOD.getBytes(StandardCharsets.US_ASCII);
        return switch (chaos.below(5)) {
            case 0 -> chaos.bytes(400);
            case 1 -> Base64.getEncoder().encode(chaos.mutate(good));
            case 2 -> pem(chaos.mutate(der()));
            case 3 -> Base64.getEncoder().encode(good);
            default -> chaos.mutate(good);
        };
    }

    private static byte[] der() {
        return Base64.getMimeDecoder().decode(GOOD.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static byte[] pem(byte[] der) {
        return ("-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                        + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] withoutLengths() {
        byte[] der = new byte[200_000];
        for (int i = 0; i < der.length; i += 2) {
            der[i] = 0x30;
            der[i + 1] = (byte) 0x80;
        }
        return der;
    }

    @Test
    @DisplayName("of elements without length are refused, which the platform would read by a recursion without bound")
    void indefiniteLength() {
        assertThatThrownBy(() -> CertificateText.checked("spec.x", pem(withoutLengths())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("spec.x does not hold X.509 certificates");
    }

    @Test
    @DisplayName("are taken, or refused with the field's name")
    void certificates() {
        Fuzz.of("certificates of stores", CertificateTextFuzzTest::text)
                .count(1_500)
                .first(
                        GOOD.getBytes(StandardCharsets.US_ASCII),
                        pem(withoutLengths()),
                        withoutLengths(),
                        Base64.getEncoder().encode(withoutLengths()),
                        "-----BEGIN ".repeat(100_000).getBytes(StandardCharsets.US_ASCII),
                        GOOD.repeat(300).getBytes(StandardCharsets.US_ASCII))
                .refusedBy(InvalidRequestException.class)
                .longestMessage(300)
                .everyMessage("names the field", (text, message) -> message.startsWith("spec.x "))
                .run(text -> {
                    CertificateText.checked("spec.x", text);
                    return List.of();
                });
    }
}
