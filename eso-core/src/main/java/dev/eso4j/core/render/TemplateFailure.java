package dev.eso4j.core.render;

import dev.eso4j.template.TemplateException;

/**
 * Which template failed, and where in its text; for who can show that text to a person. Never shown by {@code toString}.
 *
 * @param field where the template stands, as messages call it
 * @param text the template
 * @param secret whether the text was kept in a Secret, and so is one itself
 * @param cause position and reason
 * @param hint what was likely meant; empty if that cannot be told
 */
public record TemplateFailure(String field, byte[] text, boolean secret, TemplateException cause, String hint) {
    @Override
    public String toString() {
        return "TemplateFailure[" + field + ", line " + cause.line() + "]";
    }
}
