package dev.eso4j.provider.builtin.webhook;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.SecretsException;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A webhook store takes a status for what it is")
class WebhookStatusTest {
    private final WebhookStore store = new WebhookStore();

    @AfterEach
    void stop() {
        store.close();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("and only 404 for the absence of the secret")
    @CsvSource({
        "300, InvalidRequestException",
        "304, InvalidRequestException",
        "400, InvalidRequestException",
        "401, AccessDeniedException",
        "403, AccessDeniedException",
        "404, NotFoundException",
        "408, UnavailableException",
        "410, InvalidRequestException",
        "422, InvalidRequestException",
        "429, ThrottledException",
        "500, UnavailableException",
        "503, UnavailableException"
    })
    void statuses(int status, String expected) {
        store.server.answer("/a", status, "body-with-value");
        SecretsClient client = store.client("/a", "$.x");
        assertThatThrownBy(() -> client.read(RemoteKey.of("k")))
                .isInstanceOfSatisfying(SecretsException.class, e -> {
                    Assertions.assertThat(e.getClass().getSimpleName()).isEqualTo(expected);
                    Assertions.assertThat(e.advice()).isNotEmpty();
                })
                .hasMessageContaining(String.valueOf(status))
                .hasMessageNotContaining("body-with-value");
    }

    @Test
    @DisplayName("and waits as long as it asks for")
    void retryAfter() {
        store.server.on("/a", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "7");
            WebhookServer.send(exchange, 429, "");
        });
        SecretsClient client = store.client("/a", "");
        assertThatThrownBy(() -> client.read(RemoteKey.of("k")))
                .isInstanceOfSatisfying(
                        SecretsException.class,
                        e -> Assertions.assertThat(e.retryAfter()).hasValue(Duration.ofSeconds(7)));
    }
}
