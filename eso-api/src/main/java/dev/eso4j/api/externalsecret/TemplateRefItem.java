package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One key of an object that holds template text.
 *
 * @param key The key of the ConfigMap or Secret whose value is a template.
 * @param templateAs What the output is: the value of a key of the same name ({@code Values}, the default), or a YAML
 *     map of keys and values ({@code KeysAndValues}).
 */
@ModelRecord
public record TemplateRefItem(
        @Pattern(Forms.DATA_KEY) @Length(min = 1, max = 253) String key,

        @OneOf({"Values", "KeysAndValues"}) @Default("\"Values\"") @Nullable
        String templateAs) {}
