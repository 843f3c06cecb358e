package dev.eso4j.api.store.vault;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * The login by an LDAP directory.
 *
 * @param path Where the method is mounted in Vault; {@code ldap} unless given.
 * @param username The name in the directory.
 * @param secretRef The Secret with the password of that name.
 */
@ModelRecord
public record VaultLdapAuth(
        @Default("\"ldap\"") String path,
        String username,
        @Nullable SecretKeySelector secretRef) {}
