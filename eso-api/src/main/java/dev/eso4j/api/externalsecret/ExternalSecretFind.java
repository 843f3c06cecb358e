package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.OneOf;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search for remote objects; each object that is found becomes one key.
 *
 * @param path Where the search begins, for providers whose names form a tree, such as {@code prod/}.
 * @param name The names to find.
 * @param tags Tags or labels that an object must have, all of them with exactly these values.
 * @param conversionStrategy How characters that a key of a Secret may not have are replaced in the names that were
 *     found: by {@code _} ({@code Default}, which is meant when this is absent) or by their code point ({@code
 *     Unicode}).
 * @param decodingStrategy How each value is decoded. {@code None}, which is meant when this is absent, leaves it;
 *     {@code Auto} tries Base64 and Base64URL and leaves what is neither.
 * @param nullBytePolicy What a value with a zero byte leads to: it is kept ({@code Ignore}, which is meant when this is
 *     absent) or the sync fails ({@code Fail}).
 */
@ModelRecord
public record ExternalSecretFind(
        @Nullable String path,
        @Nullable FindName name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, String> tags,
        @OneOf({"Default", "Unicode"}) @Nullable String conversionStrategy,

        @OneOf({"Auto", "Base64", "Base64URL", "None"}) @Nullable
        String decodingStrategy,

        @OneOf({"Ignore", "Fail"}) @Nullable String nullBytePolicy) {}
