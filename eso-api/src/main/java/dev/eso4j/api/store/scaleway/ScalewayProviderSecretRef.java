package dev.eso4j.api.store.scaleway;

import dev.eso4j.api.ModelFields;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * A value that stands in the store or in a Secret.
 *
 * @param value The value itself, which anyone who may read the store can see. Excludes {@code secretRef}; one of the
 *     two is needed.
 * @param secretRef The Secret with the value. Excludes {@code value}.
 */
@ModelFields
@Rule(check = Forms.VALUE_OR_REFERENCE, message = "exactly one of value and secretRef is needed")
public record ScalewayProviderSecretRef(
        @Nullable String value, @Nullable SecretKeySelector secretRef) {
    /** Names the Secret; a value is not shown. */
    @Override
    public String toString() {
        return "ScalewayProviderSecretRef[secretRef=" + secretRef + "]";
    }
}
