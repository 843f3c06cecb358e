package dev.eso4j.template;

/** A text is not the YAML that was expected; the message says why and never contains a part of the text. */
public final class GoYamlException extends RuntimeException {
    private static final long serialVersionUID = 1;

    GoYamlException(String message) {
        super(message, null, false, false);
    }
}
