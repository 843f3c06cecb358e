package dev.eso4j.api.store.delinea;

import dev.eso4j.api.ModelFields;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * A value, or where it stands; exactly one member.
 *
 * @param value The value itself, which anyone who may read the store can see. Excludes {@code secretRef}.
 * @param secretRef Where the value stands. Excludes {@code value}.
 */
@ModelFields
@Rule(check = Forms.VALUE_OR_REFERENCE, message = "give either value or secretRef")
public record DelineaProviderSecretRef(
        @Nullable String value,

        @Rule(check = Forms.NAMES_A_KEY, message = Forms.NAMES_NO_KEY) @Nullable
        SecretKeySelector secretRef) {
    /** Says where the value stands; the value is not shown. */
    @Override
    public String toString() {
        return "DelineaProviderSecretRef[secretRef=" + secretRef + "]";
    }
}
