package dev.eso4j.api.store.doppler;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * A login with the token of a ServiceAccount.
 *
 * @param identity The id of the service account identity in Doppler, a UUID.
 * @param serviceAccountRef The ServiceAccount whose token is exchanged. The token is meant for the address of Doppler
 *     unless audiences are given, and for this very store besides.
 * @param expirationSeconds How long the token of the ServiceAccount is valid, in seconds; 600 unless given.
 */
@ModelRecord
public record DopplerOIDCAuth(
        @Rule(
                check = Forms.NOT_EMPTY,
                message = "identity is empty; it is the id of a service account identity in Doppler")
        String identity,

        ServiceAccountSelector serviceAccountRef,
        @Default("600") @Nullable Long expirationSeconds) {}
