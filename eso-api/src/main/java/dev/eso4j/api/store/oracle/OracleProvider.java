package dev.eso4j.api.store.oracle;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of Oracle Cloud Infrastructure Vault.
 *
 * @param region The region of the vault, such as {@code eu-frankfurt-1}.
 * @param vault The OCID of the vault, such as {@code ocid1.vault.oc1.eu-frankfurt-1.abc}.
 * @param compartment The OCID of the compartment of the secrets, such as {@code ocid1.compartment.oc1..abc}. Needed for
 *     searching and pushing.
 * @param encryptionKey The OCID of the key that encrypts what is pushed, such as {@code
 *     ocid1.key.oc1.eu-frankfurt-1.abc}. Needed for pushing.
 * @param principalType Who the operator is to Oracle Cloud: {@code UserPrincipal} the user in {@code auth}, {@code
 *     InstancePrincipal} the machine it runs on, {@code Workload} a ServiceAccount of an OKE cluster. When absent or
 *     empty, the user if there is {@code auth}, or else the machine.
 * @param auth The user to authenticate as, for {@code principalType: UserPrincipal}.
 * @param serviceAccountRef The ServiceAccount to authenticate as, for {@code principalType: Workload}; that of the
 *     operator's own pod when absent.
 */
@ModelRecord
@Rule(
        check = "self.region != '' && self.vault != ''",
        message = "region and vault must not be empty; vault is the OCID of the vault")
public record OracleProvider(
        String region,
        String vault,
        @Nullable String compartment,
        @Nullable String encryptionKey,

        @OneOf({"", "UserPrincipal", "InstancePrincipal", "Workload"}) @Nullable
        String principalType,

        @Nullable OracleAuth auth,
        @Nullable ServiceAccountSelector serviceAccountRef) {}
