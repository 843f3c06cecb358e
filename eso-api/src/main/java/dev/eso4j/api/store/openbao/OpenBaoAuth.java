package dev.eso4j.api.store.openbao;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * How a store logs in to OpenBao.
 *
 * @param namespace The namespace inside OpenBao in which the login happens, when it is not the {@code namespace} of the
 *     store.
 * @param tokenSecretRef A Secret with a token. Nothing renews it: prefer a method that logs in, or a token without
 *     expiry. Excludes {@code appRole} and {@code userPass}.
 * @param appRole Logs in as a machine, by the ids of a role and of a secret. Excludes {@code tokenSecretRef} and {@code
 *     userPass}.
 * @param userPass Logs in with a name and password that OpenBao keeps. Excludes {@code tokenSecretRef} and {@code
 *     appRole}.
 */
@ModelRecord
@Rule(
        check = "[has(self.appRole), has(self.tokenSecretRef), has(self.userPass)].filter(x, x).size() == 1",
        message = "auth needs exactly one of appRole, tokenSecretRef and userPass")
public record OpenBaoAuth(
        @Nullable String namespace,
        @Nullable SecretKeySelector tokenSecretRef,
        @Nullable OpenBaoAppRole appRole,
        @Nullable OpenBaoUserPassAuth userPass) {}
