package dev.eso4j.api.generator.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.ModelFields;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.PreserveUnknownFields;
import dev.eso4j.api.store.SecretStoreRetrySettings;
import dev.eso4j.api.store.vault.VaultProvider;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which request to Vault makes the values.
 *
 * @param controller The class of operators that use this generator: those started with the same {@code
 *     --controller-class}. Every operator when absent.
 * @param method The request: {@code GET}, which is meant when this is absent, {@code LIST} or {@code DELETE};
 *     everything else writes, as {@code POST} does.
 * @param parameters What a write sends: an object, such as {@code {"common_name": "example.com"}}. Without effect for
 *     the other methods. It stands in the manifest for everybody to read.
 * @param getParameters The query of a {@code GET}: one or several values by name. Without effect for the other
 *     methods.
 * @param resultType Which part of the answer becomes keys: its {@code data} ({@code Data}, the default), its {@code
 *     auth} with the token ({@code Auth}), or the answer as a whole ({@code Raw}).
 * @param retrySettings How a request that failed is tried again: twice, within a second or so, when absent.
 * @param provider The server and how to log in, as in a store for Vault. What it refers to is read in the namespace of
 *     the consumer; {@code path} and {@code version} have no effect.
 * @param path What is asked for, with the mount of the engine, such as {@code database/creds/readonly} or {@code
 *     pki/issue/web}.
 * @param allowEmptyResponse Whether an answer without content is a result without keys instead of an error; false
 *     unless given.
 */
@ModelFields
public record VaultDynamicSecretSpec(
        @Nullable String controller,
        @Nullable String method,

        @JsonInclude(JsonInclude.Include.NON_NULL) @PreserveUnknownFields @Nullable
        Object parameters,

        Map<String, List<String>> getParameters,

        @OneOf({"Data", "Auth", "Raw"}) @Default("\"Data\"") @Nullable
        String resultType,

        @Nullable SecretStoreRetrySettings retrySettings,
        VaultProvider provider,
        String path,
        @Default("false") @Nullable Boolean allowEmptyResponse) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public VaultDynamicSecretSpec {
        getParameters = getParameters == null ? Map.of() : copy(getParameters);
    }

    /** Names method, path and server; what is sent may hold credentials and is not shown. */
    @Override
    public String toString() {
        return "VaultDynamicSecretSpec[method=" + method + ", path=" + path + ", provider=" + provider + "]";
    }

    private static Map<String, List<String>> copy(Map<String, List<String>> parameters) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        parameters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }
}
