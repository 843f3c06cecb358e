package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * Where template text comes from and what it fills.
 *
 * @param configMap A ConfigMap that holds templates.
 * @param secret A Secret that holds templates.
 * @param target What the output fills: {@code Data} (the default), {@code Annotations} or {@code Labels}; for a target
 *     that is not a Secret also a path into the object, such as {@code spec.source}.
 * @param literal A template given here, whose output is a YAML map of keys and values.
 * @param valuesDecodingStrategy How each value of the output is decoded; {@code None}, which is meant when this is
 *     absent, leaves it.
 */
@ModelRecord
public record TemplateFrom(
        @Nullable TemplateRef configMap,
        @Nullable TemplateRef secret,
        @Default("\"Data\"") @Length(max = 4096) @Nullable String target,
        @Nullable String literal,

        @OneOf({"Auto", "Base64", "Base64URL", "None"}) @Nullable
        String valuesDecodingStrategy) {}
