package dev.eso4j.api.store.beyondtrust;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A server of Password Safe, and what is read from it.
 *
 * @param apiUrl The address of the API, such as {@code https://safe.example.com/BeyondTrust/api/public/v3/}.
 * @param apiVersion The version of the API: {@code 3.0}, {@code 3.1} or {@code 3.2}; {@code 3.0} when absent.
 * @param retrievalType What keys name: {@code SECRET} for secrets of Secrets Safe, {@code MANAGED_ACCOUNT} for the
 *     passwords of managed accounts. Managed accounts unless it is {@code SECRET}.
 * @param separator What stands between the parts of a key, such as the folder and the title of a secret or the system
 *     and the name of an account; {@code /} when absent.
 * @param decrypt Whether secrets of Secrets Safe are read in clear; {@code true} unless given.
 * @param verifyCA Whether the certificate of the server has to be trusted by the system. With {@code false} anyone in
 *     between can read along.
 * @param clientTimeOutSeconds How long to wait for an answer, in seconds; 45 when absent.
 */
@ModelRecord
public record BeyondtrustServer(
        @Rule(
                check = Forms.IS_URL,
                message =
                        "apiUrl has to be a URL with a host, such as https://safe.example.com/BeyondTrust/api/public/v3/")
        String apiUrl,

        @Nullable String apiVersion,
        @Nullable String retrievalType,
        @Nullable String separator,
        @Default("true") @Nullable Boolean decrypt,
        Boolean verifyCA,
        @Nullable Integer clientTimeOutSeconds) {}
