package dev.eso4j.provider.builtin.webhook.ntlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("NTLM agrees with its specification")
class NtlmVectorsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] SERVER = HEX.parseHex("0123456789abcdef");
    private static final byte[] CLIENT = HEX.parseHex("aaaaaaaaaaaaaaaa");
    private static final String INFO = "02000c0044006f006d00610069006e0001000c005300650072007600650072000000" + "0000";

    @ParameterizedTest(name = "of \"{0}\"")
    @DisplayName("in the digest, by the vectors of RFC 1320")
    @CsvSource({
        "'', 31d6cfe0d16ae931b73c59d7e0c089c0",
        "a, bde52cb31de33e46245e05fbdbd6fb24",
        "abc, a448017aaf21d8525fc10ae87aa6729d",
        "message digest, d9130a8164549fe818874806e1c7014b",
        "abcdefghijklmnopqrstuvwxyz, d79e1c308aa5bbcdeea8ed63df412da9",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789, 043f8582f241db351ce627e153e7f0e4",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890, "
                + "e33b4ddc9c38f2199c3e7b164fcc0536"
    })
    void md4(String text, String digest) {
        assertThat(HEX.formatHex(Md4.digest(text.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(digest);
    }

    @Test
    @DisplayName("in hash and responses, by the vectors of MS-NLMP 4.2.4")
    void responses() {
        NtlmProof proof = NtlmProof.of("User", "Domain", SecretValue.of("Password"));
        assertThat(HEX.formatHex(proof.hash())).isEqualTo("0c868a403bfd7a93a3001ef22ef02e3f");
        assertThat(HEX.formatHex(proof.shortResponse(SERVER, CLIENT)))
                .isEqualTo("86c35097ac9cec102554764a57cccc19" + "aaaaaaaaaaaaaaaa");
        byte[] response = proof.response(SERVER, CLIENT, new byte[8], HEX.parseHex(INFO));
        assertThat(HEX.formatHex(response))
                .isEqualTo("68cd0ab851e51c96aabc927bebef6a1c" + "01010000000000000000000000000000" + "aaaaaaaaaaaaaaaa"
                        + "00000000" + INFO + "00000000");
    }

    @Test
    @DisplayName("in the first message, with and without a domain")
    void negotiate() {
        assertThat(Base64.getEncoder().encodeToString(NtlmMessages.negotiate("")))
                .isEqualTo("TlRMTVNTUAABAAAAAQCIoAAAAAAoAAAAAAAAACgAAAAGAbEdAAAADw==");
        byte[] named = NtlmMessages.negotiate("corp");
        assertThat(new String(Arrays.copyOfRange(named, 40, 44), StandardCharsets.US_ASCII))
                .isEqualTo("CORP");
        assertThat(named[13] & 0x10).isEqualTo(0x10);
    }

    @Test
    @DisplayName("in the challenge of MS-NLMP 4.2.4.3, whose exchange of keys HTTP has no use for")
    void keyExchange() {
        byte[] published =
                HEX.parseHex("4e544c4d53535000020000000c000c003800000033828ae20123456789abcdef0000000000000000"
                        + "240024004400000006007017" + "0000000f" + "530065007200760065007200" + INFO);
        assertThatThrownBy(() -> NtlmChallenge.parse(published)).isInstanceOf(NtlmException.class);
        published[23] &= (byte) ~0x40;
        NtlmChallenge challenge = NtlmChallenge.parse(published);
        assertThat(challenge.target()).isEqualTo("Server");
        assertThat(challenge.challenge()).isEqualTo(SERVER);
        assertThat(HEX.formatHex(challenge.info())).isEqualTo(INFO);
        assertThat(challenge.timestamp()).isNull();
    }

    @Test
    @DisplayName("and no challenge breaks it, however damaged")
    void damaged() {
        byte[] good = HEX.parseHex("4e544c4d53535000020000000c000c003800000033828aa20123456789abcdef0000000000000000"
                + "240024004400000006007017" + "0000000f" + "530065007200760065007200" + INFO);
        for (int at = 0; at < good.length; at++) {
            for (int value : new int[] {0, 1, 0x7f, 0xff}) {
                byte[] bad = good.clone();
                bad[at] = (byte) value;
                parseOrRefuse(bad);
            }
            parseOrRefuse(Arrays.copyOf(good, at));
        }
    }

    private static void parseOrRefuse(byte[] message) {
        try {
            assertThat(NtlmChallenge.parse(message).challenge()).hasSize(8);
            NtlmChallenge.parse(message).timestamp();
        } catch (NtlmException e) {
            assertThat(e.getMessage()).containsAnyOf("challenge", "keys");
        }
    }

    @Test
    @DisplayName("in the three forms of a name")
    void names() {
        SecretValue password = SecretValue.of("p");
        assertThat(NtlmUser.of(SecretValue.of("CORP\\jane"), password))
                .isEqualTo(new NtlmUser("CORP", "jane", true, password));
        assertThat(NtlmUser.of(SecretValue.of("jane@corp.example"), password))
                .isEqualTo(new NtlmUser("", "jane@corp.example", false, password));
        assertThat(NtlmUser.of(SecretValue.of("jane"), password)).isEqualTo(new NtlmUser("", "jane", true, password));
    }
}
