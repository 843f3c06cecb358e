package dev.eso4j.standalone.takeover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.testkit.TakeoverObjects;
import java.util.List;
import java.util.Set;

/** The recorded objects that the take-over tests use. */
final class Recorded {
    static final String NAMESPACE = "takeover";

    /** They need the template engine, which is not built yet; they join when it is. */
    private static final Set<String> TEMPLATED = Set.of("templated", "template-from");

    private Recorded() {}

    static List<ObjectNode> objects() {
        return TakeoverObjects.read().stream()
                .filter(o -> !TEMPLATED.contains(name(o)))
                .toList();
    }

    static List<ObjectNode> objects(String kind) {
        return objects().stream()
                .filter(o -> o.path("kind").asText().equals(kind))
                .toList();
    }

    static String name(ObjectNode object) {
        return object.at("/metadata/name").asText();
    }
}
