package dev.eso4j.api.store.onepasswordsdk;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Items of a vault, or variables of an environment, in 1Password, with a service account. Needs exactly one of
 * {@code vault} and {@code environment}.
 *
 * @param vault The vault whose items are read and written, by title or id. Excludes {@code environment}.
 * @param environment The id of the 1Password environment whose variables are read. Excludes {@code vault}.
 * @param integrationInfo What the store calls itself to 1Password, which shows it in its usage reports.
 * @param auth How to authenticate.
 * @param cache How long values are kept in memory, to spare the hourly limit of the account. They are not kept when
 *     absent.
 */
@ModelRecord
@Rule(
        check = "(has(self.vault) && self.vault != '') != (has(self.environment) && self.environment != '')",
        message = "give either vault or environment")
public record OnePasswordSDKProvider(
        @Nullable String vault,
        @Nullable String environment,
        @Nullable IntegrationInfo integrationInfo,
        OnePasswordSDKAuth auth,
        @Nullable CacheConfig cache) {}
