package dev.eso4j.api.store.infisical;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The part of a project that a store is about.
 *
 * @param secretsPath The folder in which keys are looked up, such as {@code /backend}; {@code /}, the root, unless
 *     given. A key that begins with a slash is looked up from the root.
 * @param recursive Whether a search looks into the folders below as well; {@code false} unless given.
 * @param environmentSlug The short name of the environment, such as {@code prod}.
 * @param projectSlug The short name of the project, such as {@code shop-a1b2}; it is in the settings of the project.
 * @param organizationSlug The short name of the organization to sign in to, for an identity that belongs to several.
 * @param expandSecretReferences Whether references to other secrets inside a value are replaced by what they refer
 *     to; {@code true} unless given.
 */
@ModelRecord
@Rule(
        check = "self.projectSlug != '' && self.environmentSlug != ''",
        message = "projectSlug and environmentSlug must not be empty")
public record MachineIdentityScopeInWorkspace(
        @Default("\"/\"") @Nullable String secretsPath,
        @Default("false") @Nullable Boolean recursive,
        String environmentSlug,
        String projectSlug,
        @Nullable String organizationSlug,
        @Default("true") @Nullable Boolean expandSecretReferences) {}
