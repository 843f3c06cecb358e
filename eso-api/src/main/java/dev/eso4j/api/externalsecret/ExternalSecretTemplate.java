package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.ItemCount;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Rule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The blueprint of the target.
 *
 * @param type The type of the Secret, such as {@code kubernetes.io/tls}; not a template. When absent an existing Secret
 *     keeps its type and a new one is {@code Opaque}.
 * @param engineVersion The version of the template language; {@code v2} is the only one.
 * @param metadata Labels, annotations and finalizers of the target. With a template, those of the ExternalSecret are
 *     not copied.
 * @param mergePolicy Whether the output of the templates is all there is ({@code Replace}, the default) or is laid over
 *     the fetched keys ({@code Merge}).
 * @param data Templates by key: each output is the value of that key. Fetched keys are fields, as in <code>{{ .password
 *     }}</code>.
 * @param templateFrom Templates that stand elsewhere, applied in this order before {@code data}.
 */
@ModelRecord
@Rule(
        check =
                "!(has(self.type) && self.type == 'kubernetes.io/service-account-token' && has(self.metadata) && has(self.metadata.annotations) && 'kubernetes.io/service-account.name' in self.metadata.annotations)",
        message =
                "a Secret of type kubernetes.io/service-account-token for a named account would be given a lasting token of that account: use another type, or remove the annotation kubernetes.io/service-account.name")
@Rule(
        check =
                "!(has(self.type) && self.type == 'kubernetes.io/service-account-token' && has(self.templateFrom) && self.templateFrom.exists(t, has(t.target) && t.target.lowerAscii() == 'annotations'))",
        message =
                "a Secret of type kubernetes.io/service-account-token may not take its annotations from a template, which could name any account: use another type, or another target than Annotations")
@Rule(
        check = "!has(self.type) || self.type != 'bootstrap.kubernetes.io/token'",
        message =
                "a Secret of type bootstrap.kubernetes.io/token would let its owner join nodes to the cluster: use another type",
        field = ".type")
public record ExternalSecretTemplate(
        @Nullable String type,
        @OneOf({"v2"}) @Default("\"v2\"") @Nullable String engineVersion,
        @Nullable ExternalSecretTemplateMetadata metadata,

        @OneOf({"Replace", "Merge"}) @Default("\"Replace\"") @Nullable
        String mergePolicy,

        Map<String, String> data,
        @ItemCount(max = 1024) List<TemplateFrom> templateFrom) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ExternalSecretTemplate {
        data = data == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(data));
        templateFrom = templateFrom == null ? List.of() : List.copyOf(templateFrom);
    }
}
