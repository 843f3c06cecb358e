package dev.eso4j.core.render;

import dev.eso4j.api.externalsecret.ExternalSecretTemplate;
import dev.eso4j.api.externalsecret.TemplateFrom;
import dev.eso4j.api.externalsecret.TemplateRef;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Which places of a target that is no Secret a template may fill. */
final class ManifestRules {
    private static final Set<String> NAMED = Set.of("", "data", "labels", "annotations", "spec");
    /** What decides which object it is, who owns it, and what its controller says of it. */
    private static final Set<String> NOT_OURS = Set.of("apiVersion", "kind", "metadata", "status");

    private ManifestRules() {}

    static void check(ExternalSecretTemplate template) {
        List<TemplateFrom> all = template.templateFrom();
        for (int i = 0; i < all.size(); i++) {
            String target = Objects.requireNonNullElse(all.get(i).target(), "");
            if (!NAMED.contains(target.toLowerCase(Locale.ROOT))) {
                String field = "spec.target.template.templateFrom[" + i + "]";
                path(field, target);
                alone(field, target, all.get(i));
            }
        }
    }

    private static void path(String field, String target) {
        String root;
        try {
            root = new ObjectPath(target).root();
        } catch (RenderException e) {
            throw new InvalidTargetException(field + ".target: " + e.getMessage());
        }
        boolean names = target.equals("metadata.labels")
                || target.equals("metadata.annotations")
                || target.startsWith("metadata.labels.")
                || target.startsWith("metadata.annotations.");
        if (NOT_OURS.contains(root) && !names) {
            throw new InvalidTargetException(field + ".target \"" + target + "\" is not for templates; use a path into"
                    + " the content of the object, Labels or Annotations");
        }
    }

    /** Several values on one path would overwrite one another. */
    private static void alone(String field, String target, TemplateFrom from) {
        long values = Stream.of(from.configMap(), from.secret())
                .flatMap(Stream::ofNullable)
                .map(TemplateRef::items)
                .flatMap(List::stream)
                .filter(item -> !"KeysAndValues".equals(item.templateAs()))
                .count();
        if (values > 1) {
            throw new InvalidTargetException(field + ": " + values + " items with templateAs Values would all fill \""
                    + target + "\"; give each an entry of its own");
        }
    }
}
