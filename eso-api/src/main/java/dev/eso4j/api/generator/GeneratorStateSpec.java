package dev.eso4j.api.generator;

import dev.eso4j.api.ModelFields;
import dev.eso4j.api.crd.Format;
import dev.eso4j.api.crd.PreserveUnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * What was issued, and when it is taken back.
 *
 * @param garbageCollectionDeadline When this is deleted and what was issued is taken back; it is kept while this is
 *     absent.
 * @param resource The generator as it was when the values were made; taking them back uses this, whatever has become
 *     of the generator.
 * @param state What the generator needs to take the values back, such as the id of a token; the form is its own.
 */
@ModelFields
public record GeneratorStateSpec(
        @Format("date-time") @Nullable String garbageCollectionDeadline,
        @PreserveUnknownFields Object resource,
        @PreserveUnknownFields Object state) {
    /** Resource and state may name credentials and are not shown. */
    @Override
    public String toString() {
        return "GeneratorStateSpec[garbageCollectionDeadline=" + garbageCollectionDeadline + "]";
    }
}
