package dev.eso4j.core.render;

/** A manifest that needs the template engine, which this version does not have. */
public final class TemplateNotBuiltException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TemplateNotBuiltException(String field) {
        super(
                "templates are not built yet: " + field
                        + " needs the template engine; write the text out, or leave this ExternalSecret to an operator that has one");
    }
}
