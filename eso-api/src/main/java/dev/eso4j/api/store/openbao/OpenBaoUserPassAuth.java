package dev.eso4j.api.store.openbao;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * The login by a name and password of OpenBao itself.
 *
 * @param path Where the method is mounted in OpenBao; {@code userpass} unless given.
 * @param username The name in OpenBao.
 * @param secretRef The Secret with the password of that name.
 */
@ModelRecord
public record OpenBaoUserPassAuth(
        @Default("\"userpass\"") String path,
        String username,
        @Nullable SecretKeySelector secretRef) {}
