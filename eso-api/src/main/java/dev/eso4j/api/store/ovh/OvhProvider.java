package dev.eso4j.api.store.ovh;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Format;
import dev.eso4j.api.crd.Range;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of the key management service (OKMS) of OVHcloud.
 *
 * @param server The address of the service, such as {@code https://eu-west-rbx.okms.ovh.net}.
 * @param okmsid The id of the OKMS domain, such as {@code 734b9b45-8b1a-469c-b140-b10bd6540017}.
 * @param casRequired Whether every push says which version it replaces, so that it is refused when another one is
 *     there. False unless given.
 * @param okmsTimeout How long one request may take, in seconds; 30 unless given.
 * @param auth How to authenticate.
 */
@ModelRecord
@Rule(
        check = "self.server != '' && self.okmsid != ''",
        message = "server and okmsid must not be empty; okmsid is the UUID of the OKMS domain")
public record OvhProvider(
        String server,
        String okmsid,
        @Nullable Boolean casRequired,

        @Format("int32") @Range(min = 1) @Default("30") @Nullable
        Integer okmsTimeout,

        OvhAuth auth) {}
