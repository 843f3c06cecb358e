package dev.eso4j.api.generator.aws;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Whose session it is, and how long it lasts.
 *
 * @param region The region whose token service is asked, such as {@code eu-central-1}.
 * @param auth How to sign in; with the identity of the operator when absent. A session needs lasting access keys, so
 *     {@code jwt} is not possible.
 * @param role The ARN of a role to take after signing in. AWS gives no session token for a role that was taken, so
 *     leave it out.
 * @param requestParameters What is asked for; the defaults of AWS when absent.
 */
@ModelRecord
@Rule(
        check = "!has(self.auth) || !has(self.auth.jwt)",
        message = "a session token is only given for lasting access keys: set auth.secretRef in place of auth.jwt",
        field = ".auth")
public record STSSessionTokenSpec(
        String region,
        @Nullable AWSAuth auth,
        @Nullable String role,
        @Nullable RequestParameters requestParameters) {}
