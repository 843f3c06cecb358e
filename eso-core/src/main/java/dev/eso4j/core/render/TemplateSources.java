package dev.eso4j.core.render;

import java.util.Map;
import java.util.Optional;

/** Where templates are kept that do not stand in the manifest. Thread-safe. */
public interface TemplateSources {
    /**
     * Returns the texts of an object by key, or nothing if it does not exist. Somebody who can be told of changes is from
     * now on: {@code reader} in the namespace of the source.
     */
    Optional<Map<String, byte[]>> read(String reader, TemplateSource source);

    /** As {@link #read}, without reading: for a reader whose target needs nothing at the moment. */
    void follow(String reader, TemplateSource source);
}
