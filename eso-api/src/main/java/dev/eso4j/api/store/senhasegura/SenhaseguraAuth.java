package dev.eso4j.api.store.senhasegura;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * How to authenticate to senhasegura: an application of its OAuth authorizations.
 *
 * @param clientId The client id of the application.
 * @param clientSecretSecretRef Where the client secret stands.
 */
@ModelRecord
public record SenhaseguraAuth(
        @Rule(
                check = Forms.NOT_EMPTY,
                message = "clientId is empty; it is the client id of the application in senhasegura")
        String clientId,

        SecretKeySelector clientSecretSecretRef) {}
