package dev.eso4j.standalone.takeover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.testkit.TakeoverObjects;
import java.util.List;

/** The recorded objects that the take-over tests use. */
final class Recorded {
    static final String NAMESPACE = "takeover";

    private Recorded() {}

    static List<ObjectNode> objects() {
        return TakeoverObjects.read();
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
