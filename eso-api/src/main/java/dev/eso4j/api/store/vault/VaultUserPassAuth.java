package dev.eso4j.api.store.vault;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * The login by a name and password of Vault itself.
 *
 * @param path Where the method is mounted in Vault; {@code userpass} unless given.
 * @param username The name in Vault.
 * @param secretRef The Secret with the password of that name.
 */
@ModelRecord
public record VaultUserPassAuth(
        @Default("\"userpass\"") String path,
        String username,
        @Nullable SecretKeySelector secretRef) {}
