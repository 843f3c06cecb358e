package dev.eso4j.api.pushsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Pattern;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.LabelSelector;
import org.jspecify.annotations.Nullable;

/**
 * Secrets to push, by name or by labels.
 *
 * @param name The name of the Secret. Wins over {@code selector}; one of the two is needed.
 * @param selector Takes every Secret of the namespace whose labels match.
 */
@ModelRecord
@Rule(
        check = "has(self.name) || has(self.selector)",
        message =
                "the source is one Secret by its name, or Secrets by their labels: set selector.secret.name or selector.secret.selector")
public record PushSecretSecret(
        @Pattern(Forms.DNS_SUBDOMAIN) @Length(min = 1, max = 253) @Nullable
        String name,

        @Nullable LabelSelector selector) {}
