package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("TLS")
class TlsTest {
    private HttpsServer server;

    private static String pem(String name) {
        try (InputStream in = TlsTest.class.getResourceAsStream("/tls/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a server that asks for a client certificate of the authority, and answers with its name. */
    @BeforeEach
    void start() throws IOException {
        SSLContext context = Tls.system()
                .trusting(pem("ca.pem"))
                .identifiedBy(pem("server.pem"), SecretValue.of(pem("server-pkcs8.key")))
                .context();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = context.getDefaultSSLParameters();
                tls.setNeedClientAuth(true);
                parameters.setSSLParameters(tls);
            }
        });
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] name = ((HttpsExchange) exchange)
                        .getSSLSession()
                        .getPeerPrincipal()
                        .getName()
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, name.length);
                exchange.getResponseBody().write(name);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String whoAmI(Tls tls) {
        try (HttpCalls http = HttpCalls.builder().tls(tls).build()) {
            URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
            return http.call(HttpCall.of("Get", "", "GET", uri)).body().utf8();
        }
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("identifies itself with keys in every form")
    @CsvSource({
        "client-rsa,client-rsa-pkcs8.key", "client-rsa,client-rsa-pkcs1.key",
        "client-ec,client-ec-pkcs8.key", "client-ec,client-ec-sec1.key"
    })
    void clientCertificates(String name, String key) {
        Tls tls = Tls.system().trusting(pem("ca.pem")).identifiedBy(pem(name + ".pem"), SecretValue.of(pem(key)));
        assertThat(whoAmI(tls)).isEqualTo("CN=" + name);
    }

    @Test
    @DisplayName("refuses a PEM text whose BEGIN and END share their dashes")
    void sharedDashes() {
        assertThatThrownBy(() -> Tls.system()
                        .trusting("-----BEGIN CERTIFICATE-----END CERTIFICATE-----")
                        .context())
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    @DisplayName(
            "refuses a certificate of elements without length, which the platform reads by a recursion without bound")
    void indefiniteLength() {
        byte[] der = new byte[200_000];
        for (int i = 0; i < der.length; i += 2) {
            der[i] = 0x30;
            der[i + 1] = (byte) 0x80;
        }
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + java.util.Base64.getMimeEncoder().encodeToString(der) + "\n-----END CERTIFICATE-----\n";
        assertThatThrownBy(() -> Tls.system().trusting(pem).context())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("certificate authority");
    }

    @Test
    @DisplayName("trusts the given authorities only, and the system's without any")
    void trustsOnlyTheGiven() {
        SecretValue key = SecretValue.of(pem("client-ec-pkcs8.key"));
        for (Tls tls : new Tls[] {Tls.system(), Tls.system().trusting(pem("other-ca.pem"))}) {
            assertThatThrownBy(() -> whoAmI(tls.identifiedBy(pem("client-ec.pem"), key)))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("certificate is not trusted");
        }
    }

    @Test
    @DisplayName("refuses a trusted certificate that is another host's")
    void verifiesNames() throws IOException {
        server.stop(0);
        SSLContext other = Tls.system()
                .identifiedBy(pem("client-ec.pem"), SecretValue.of(pem("client-ec-pkcs8.key")))
                .context();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(other));
        server.start();
        assertThatThrownBy(() -> whoAmI(Tls.system().trusting(pem("ca.pem"))))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("certificate is not trusted");
    }

    @ParameterizedTest(name = "{1} with {0}")
    @DisplayName("refuses keys and certificates that cannot be used, without quoting them")
    @CsvSource({
        "client-rsa.pem,client-ec-pkcs8.key,key",
        "client-rsa.pem,server-pkcs8.key,does not belong",
        "client-rsa.pem,client-rsa-encrypted.key,not supported",
        "client-rsa.pem,client-rsa.pem,no PEM block",
        "client-rsa-pkcs8.key,client-rsa-pkcs8.key,CERTIFICATE"
    })
    void refusesBadIdentity(String certificate, String key, String message) {
        Tls tls = Tls.system().identifiedBy(pem(certificate), SecretValue.of(pem(key)));
        assertThatThrownBy(tls::context)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("MII");
    }

    @Test
    @DisplayName("refuses authorities that are no certificates")
    void refusesBadAuthorities() {
        for (String text :
                new String[] {"", "canary", "-----BEGIN CERTIFICATE-----\ncanary", pem("server-pkcs8.key")}) {
            assertThatThrownBy(() -> Tls.system().trusting(text).context())
                    .as(text)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageNotContaining("canary");
        }
    }

    @Test
    @DisplayName("is refused when a client is made, not at its first call, where certificates cannot be read")
    void readAtOnce() {
        assertThatThrownBy(() -> Tls.system().trusting("no certificate").whenNeeded())
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> HttpCalls.builder()
                        .tls(Tls.system().trusting("no certificate"))
                        .build())
                .isInstanceOf(InvalidRequestException.class);
        assertThat(Tls.system().whenNeeded().get()).isNotNull();
    }
}
