package dev.eso4j.api.store.senhasegura;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of senhasegura DSM, which are read only.
 *
 * @param url The address of senhasegura, such as {@code https://senhasegura.example.com}. Only https is accepted.
 * @param module The module of senhasegura to read; {@code DSM} is the only one.
 * @param auth How to authenticate.
 * @param ignoreSslCertificate Whether any certificate of the server is accepted, so that anyone in between can read
 *     along; {@code false} unless given.
 */
@ModelRecord
public record SenhaseguraProvider(
        @Rule(
                check = Forms.IS_HTTPS_URL,
                message = "url has to be an https URL with a host, such as https://senhasegura.example.com")
        String url,

        String module,
        SenhaseguraAuth auth,
        @Default("false") @Nullable Boolean ignoreSslCertificate) {}
