package dev.eso4j.api.store.pulumi;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Range;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * A login with the token of a ServiceAccount whose issuer the organization trusts.
 *
 * @param organization The organization whose token is asked for, such as {@code acme}.
 * @param serviceAccountRef The ServiceAccount whose token is exchanged. The token is meant for the host of
 *     {@code apiUrl} unless audiences are given.
 * @param expirationSeconds How long the tokens are valid, in seconds; 600, which is also the least, unless given.
 */
@ModelRecord
public record PulumiOIDCAuth(
        @Rule(
                check = Forms.NOT_EMPTY,
                message = "organization is empty; it is the organization whose token is asked for")
        String organization,

        ServiceAccountSelector serviceAccountRef,
        @Range(min = 600) @Default("600") @Nullable Long expirationSeconds) {}
