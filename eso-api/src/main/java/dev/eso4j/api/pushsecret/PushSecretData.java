package dev.eso4j.api.pushsecret;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.PreserveUnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * One key and the remote object that it is written to.
 *
 * @param match The key and the remote object.
 * @param metadata Settings of the provider for this remote object, such as tags, labels or a description; the form is
 *     up to the provider of the store.
 * @param conversionStrategy How the keys of the source are read before {@code match.secretKey} is looked up: as they
 *     are ({@code None}, the default), or with every {@code _U002d_} turned back into the character it stands for
 *     ({@code ReverseUnicode}).
 */
@ModelRecord
public record PushSecretData(
        PushSecretMatch match,

        @JsonInclude(JsonInclude.Include.NON_NULL) @PreserveUnknownFields @Nullable
        Object metadata,

        @OneOf({"None", "ReverseUnicode"}) @Default("\"None\"") @Nullable
        String conversionStrategy) {}
