package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Pattern;
import dev.eso4j.api.crd.Required;
import java.util.List;

/**
 * An object that holds template text.
 *
 * @param name The name of the ConfigMap or Secret; it is read in the namespace of the ExternalSecret.
 * @param items The keys to use as templates.
 */
@ModelRecord
public record TemplateRef(
        @Pattern(Forms.DNS_SUBDOMAIN) @Length(min = 1, max = 253)
        String name,

        @Required List<TemplateRefItem> items) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public TemplateRef {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
