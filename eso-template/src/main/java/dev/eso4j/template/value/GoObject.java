package dev.eso4j.template.value;

import org.jspecify.annotations.Nullable;

/**
 * A struct or a pointer to one: a time, a version, a certificate.
 *
 * <p>Implementations are immutable; {@code equals} is Go's {@code ==}; {@code toString} must not tell what they hold. Methods that
 * templates may call are declared beside the functions ({@code Definitions#method}).
 */
public interface GoObject {
    /** The exact type, always the same object. */
    GoType type();

    /** The value of the exported field with this index in {@link GoType#fields()}. */
    default @Nullable Object field(int index) {
        throw new IndexOutOfBoundsException(index);
    }
}
