package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.spi.InvalidRequestException;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A store does not reach")
class AddressRulesTest {
    @ParameterizedTest(name = "{0}")
    @DisplayName("link-local addresses and metadata services, in whichever form their addresses are written")
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.170.2",
                "2852039166",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "[fe80::1]",
                "[fd00:ec2::254]",
                "[fd20:ce::254]",
                "[::ffff:169.254.169.254]",
                "[::169.254.169.254]",
                "[64:ff9b::a9fe:a9fe]",
                "[2002:a9fe:a9fe::1]"
            })
    void literals(String host) {
        assertThatThrownBy(() -> AddressRules.check(URI.create("https://" + host + "/api"), host))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("link-local or a metadata service");
    }

    @Test
    @DisplayName("them by a name either, were it one of several addresses of the name")
    void names() {
        AddressRules.Resolver resolver = host -> new InetAddress[] {
            InetAddress.getByAddress(new byte[] {10, 0, 0, 1}),
            InetAddress.getByAddress(new byte[] {(byte) 169, (byte) 254, (byte) 169, (byte) 254})
        };
        assertThatThrownBy(() -> AddressRules.check(URI.create("https://api.example.org"), "api.example.org", resolver))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("host api.example.org is link-local");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("nothing else that it is kept from")
    @ValueSource(strings = {"127.0.0.1", "10.96.0.1", "192.168.1.1", "[::1]", "[fd00::1]", "[2001:db8::1]"})
    void others(String host) {
        assertThatCode(() -> AddressRules.check(URI.create("https://" + host), host))
                .doesNotThrowAnyException();
    }
}
