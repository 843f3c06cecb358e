package dev.eso4j.api.generator;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One key of a Secret in the namespace of the consumer.
 *
 * @param name The name of the Secret.
 * @param key The key inside the Secret, such as {@code token}.
 */
@ModelRecord
public record LocalSecretKeySelector(
        @Pattern(Forms.DNS_SUBDOMAIN) @Length(min = 1, max = 253) @Nullable
        String name,

        @Pattern(Forms.DATA_KEY) @Length(min = 1, max = 253) @Nullable
        String key) {}
