package dev.eso4j.api.store.doppler;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of a config in Doppler.
 *
 * @param auth How to authenticate.
 * @param project The project, such as {@code shop}. Needed unless the token belongs to a single config.
 * @param config The config of the project, such as {@code prd}. Needed unless the token belongs to a single config.
 * @param nameTransformer How the names of all secrets are rewritten by {@code dataFrom}: {@code DB_URL} becomes
 *     {@code DbUrl} with {@code upper-camel}, {@code dbUrl} with {@code camel}, {@code db_url} with
 *     {@code lower-snake}, {@code TF_VAR_db_url} with {@code tf-var}, {@code DbUrl} with {@code dotnet-env} and
 *     {@code db-url} with {@code lower-kebab}. They stay as they are when absent.
 * @param format Has {@code dataFrom} give a single key {@code DOPPLER_SECRETS_FILE} that holds all secrets as a file
 *     of this format, instead of a key each.
 */
@ModelRecord
public record DopplerProvider(
        DopplerAuth auth,
        @Nullable String project,
        @Nullable String config,

        @OneOf({"upper-camel", "camel", "lower-snake", "tf-var", "dotnet-env", "lower-kebab"}) @Nullable
        String nameTransformer,

        @OneOf({"json", "dotnet-json", "env", "yaml", "docker"}) @Nullable
        String format) {}
