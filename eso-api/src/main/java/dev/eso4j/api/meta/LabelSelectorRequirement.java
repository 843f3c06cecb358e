package dev.eso4j.api.meta;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.ListKind;
import java.util.List;

/**
 * One condition on one label.
 *
 * @param key The label, such as {@code kubernetes.io/metadata.name}.
 * @param operator How the label is compared: {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}.
 * @param values What the label is compared with: at least one value for {@code In} and {@code NotIn}, none for the
 *     others.
 */
@ModelRecord
public record LabelSelectorRequirement(
        String key, String operator, @ListKind("atomic") List<String> values) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public LabelSelectorRequirement {
        values = values == null ? List.of() : List.copyOf(values);
    }
}
