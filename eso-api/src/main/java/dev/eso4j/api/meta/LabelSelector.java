package dev.eso4j.api.meta;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.ListKind;
import dev.eso4j.api.crd.MapKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Selects objects by their labels; all its parts must match, and one without parts matches every object.
 *
 * @param matchLabels Labels that an object must carry with exactly these values.
 * @param matchExpressions Conditions on labels, all of which must hold.
 */
@ModelRecord
@MapKind("atomic")
public record LabelSelector(
        Map<String, String> matchLabels, @ListKind("atomic") List<LabelSelectorRequirement> matchExpressions) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public LabelSelector {
        matchLabels = matchLabels == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(matchLabels));
        matchExpressions = matchExpressions == null ? List.of() : List.copyOf(matchExpressions);
    }
}
