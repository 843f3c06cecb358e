package dev.eso4j.api.store.dvls;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Credential entries of Devolutions Server.
 *
 * @param serverUrl The address of Devolutions Server, such as {@code https://dvls.example.com}. With http
 *     {@code insecure} has to be {@code true}.
 * @param vault The vault, by name or UUID, so that keys are names of entries. When absent a key is the UUID of a
 *     vault and that of an entry, with a slash between.
 * @param insecure Whether {@code serverUrl} may be http, by which credentials and values travel in clear;
 *     {@code false} when absent.
 * @param auth How to authenticate.
 */
@ModelRecord
@Rule(
        check =
                "(has(self.insecure) && self.insecure) || !isURL(self.serverUrl) || url(self.serverUrl).getScheme() != 'http'",
        message = "serverUrl is http, which sends credentials in clear; use https, or add insecure: true")
public record DVLSProvider(
        @Rule(
                check = Forms.IS_HTTP_URL,
                message = "serverUrl has to be a URL of https with a host, such as https://dvls.example.com")
        String serverUrl,

        @Rule(check = "self.trim() == self", message = "vault has spaces around the name; remove them") @Nullable
        String vault,

        @Nullable Boolean insecure,
        DVLSAuth auth) {}
