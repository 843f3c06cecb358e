package dev.eso4j.api.store.oracle;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;

/**
 * A user of Oracle Cloud and the signing key.
 *
 * @param tenancy The OCID of the tenancy of the user, such as {@code ocid1.tenancy.oc1..abc}.
 * @param user The OCID of the user, such as {@code ocid1.user.oc1..abc}.
 * @param secretRef The signing key of the user, kept in Secrets.
 */
@ModelRecord
@Rule(
        check = "self.tenancy != '' && self.user != ''",
        message = "tenancy and user must not be empty; they are the OCIDs of the tenancy and of the user")
public record OracleAuth(String tenancy, String user, OracleSecretRef secretRef) {}
