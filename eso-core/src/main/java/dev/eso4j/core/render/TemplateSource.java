package dev.eso4j.core.render;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretTemplate;
import dev.eso4j.api.externalsecret.TemplateFrom;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object that holds templates.
 *
 * @param kind its kind
 * @param namespace its namespace, which always is that of the ExternalSecret
 * @param name its name
 */
public record TemplateSource(Kind kind, String namespace, String name) {
    /** The kinds that may hold templates. */
    public enum Kind {
        /** A ConfigMap, of which {@code data} counts and {@code binaryData} does not. */
        CONFIG_MAP("ConfigMap", "configmap"),
        /** A Secret. */
        SECRET("Secret", "secret");

        private final String kind;
        final String lower;

        Kind(String kind, String lower) {
            this.kind = kind;
            this.lower = lower;
        }

        @Override
        public String toString() {
            return kind;
        }
    }

    /** Returns the objects that an ExternalSecret takes templates from, each once. */
    public static List<TemplateSource> of(ExternalSecret externalSecret) {
        var target = externalSecret.getSpec().target();
        return target == null
                ? List.of()
                : of(target.template(), externalSecret.getMetadata().getNamespace());
    }

    static List<TemplateSource> of(@Nullable ExternalSecretTemplate template, String namespace) {
        if (template == null || template.templateFrom().isEmpty()) {
            return List.of();
        }
        return template.templateFrom().stream()
                .flatMap(from -> Stream.of(configMap(from, namespace), secret(from, namespace)))
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    static @Nullable TemplateSource configMap(TemplateFrom from, String namespace) {
        return from.configMap() == null
                ? null
                : new TemplateSource(
                        Kind.CONFIG_MAP, namespace, from.configMap().name());
    }

    static @Nullable TemplateSource secret(TemplateFrom from, String namespace) {
        return from.secret() == null
                ? null
                : new TemplateSource(Kind.SECRET, namespace, from.secret().name());
    }

    @Override
    public String toString() {
        return kind + " " + namespace + "/" + name;
    }
}
