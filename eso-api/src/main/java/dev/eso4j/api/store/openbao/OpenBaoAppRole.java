package dev.eso4j.api.store.openbao;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * The login by AppRole.
 *
 * @param path Where the method is mounted in OpenBao; {@code approle} unless given.
 * @param roleId The id of the role, written out. Excludes {@code roleRef}; one of the two is needed.
 * @param roleRef A Secret with the id of the role. Excludes {@code roleId}.
 * @param secretRef The Secret with the secret id that belongs to the role.
 */
@ModelRecord
@Rule(
        check = "has(self.roleId) != has(self.roleRef)",
        message = "appRole needs the id of the role from exactly one place: roleId or roleRef")
public record OpenBaoAppRole(
        @Default("\"approle\"") String path,
        @Length(min = 1) @Nullable String roleId,
        @Nullable SecretKeySelector roleRef,
        SecretKeySelector secretRef) {}
