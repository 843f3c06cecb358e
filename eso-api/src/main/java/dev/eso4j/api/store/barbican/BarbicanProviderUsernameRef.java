package dev.eso4j.api.store.barbican;

import dev.eso4j.api.ModelFields;
import dev.eso4j.api.crd.MemberCount;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * A name that stands in the store or in a Secret; exactly one member.
 *
 * @param value The name, written out. Excludes {@code secretRef}.
 * @param secretRef The Secret with the name. Excludes {@code value}.
 */
@ModelFields
@MemberCount(min = 1, max = 1)
public record BarbicanProviderUsernameRef(
        @Nullable String value, @Nullable SecretKeySelector secretRef) {
    /** Names the Secret; a value is not shown, since a password may have slipped into its place. */
    @Override
    public String toString() {
        return "BarbicanProviderUsernameRef[secretRef=" + secretRef + "]";
    }
}
