package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.OneOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges JSON values into one.
 *
 * @param into The key that receives the merged JSON. Needed for the strategy {@code JSON}, unused otherwise.
 * @param priority Keys in rising order of importance: where two values have the same member, the later key wins. Keys
 *     that are not listed come before all of these.
 * @param priorityPolicy What a key of {@code priority} that was not fetched leads to: an error ({@code Strict}, the
 *     default) or nothing ({@code IgnoreNotFound}).
 * @param conflictPolicy What a member that two values have leads to: an error ({@code Error}, the default), or the more
 *     important value is taken ({@code Ignore}).
 * @param strategy What becomes of the result: its members take the place of all keys ({@code Extract}, the default), or
 *     it is added as one JSON value under {@code into} ({@code JSON}).
 */
@ModelRecord
public record ExternalSecretRewriteMerge(
        @Default("\"\"") @Nullable String into,
        List<String> priority,

        @OneOf({"IgnoreNotFound", "Strict"}) @Default("\"Strict\"") @Nullable
        String priorityPolicy,

        @OneOf({"Ignore", "Error"}) @Default("\"Error\"") @Nullable
        String conflictPolicy,

        @OneOf({"Extract", "JSON"}) @Default("\"Extract\"") @Nullable
        String strategy) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ExternalSecretRewriteMerge {
        priority = priority == null ? List.of() : List.copyOf(priority);
    }
}
