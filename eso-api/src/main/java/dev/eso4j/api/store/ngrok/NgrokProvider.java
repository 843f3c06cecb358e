package dev.eso4j.api.store.ngrok;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of a vault in ngrok, which can be pushed only: ngrok never gives a value back.
 *
 * @param apiUrl The address of the API; {@code https://api.ngrok.com} unless given.
 * @param auth How to authenticate.
 * @param vault The vault that secrets are pushed into. It has to exist.
 */
@ModelRecord
public record NgrokProvider(
        @Default("\"https://api.ngrok.com\"")
        @Rule(
                check = Forms.EMPTY_OR + Forms.IS_HTTP_URL,
                message = "apiUrl has to be a URL of http or https with a host, such as https://api.ngrok.com")
        @Nullable
        String apiUrl,

        NgrokAuth auth,
        NgrokVault vault) {}
