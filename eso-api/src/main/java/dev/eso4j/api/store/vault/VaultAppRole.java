package dev.eso4j.api.store.vault;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * The login by AppRole.
 *
 * @param path Where the method is mounted in Vault; {@code approle} unless given.
 * @param roleId The id of the role, written out. Either this or {@code roleRef} is needed.
 * @param roleRef A Secret with the id of the role. Used when {@code roleId} is absent.
 * @param secretRef The Secret with the secret id that belongs to the role.
 */
@ModelRecord
@Rule(
        check = "(has(self.roleId) && self.roleId != '') || has(self.roleRef)",
        message = "appRole needs the id of the role: set roleId, or roleRef to read it from a Secret")
public record VaultAppRole(
        @Default("\"approle\"") String path,
        @Nullable String roleId,
        @Nullable SecretKeySelector roleRef,
        SecretKeySelector secretRef) {}
