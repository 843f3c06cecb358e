package dev.eso4j.core.cluster;

import dev.eso4j.api.BoundedText;

/**
 * Something wrong with a manifest. Never quotes the values of a Secret.
 *
 * @param file the file, or whatever the text came from
 * @param document the number of the document in the file, from 1
 * @param line the line in the file, from 1
 * @param field the path of the field; empty if it is about the whole document
 * @param cause what is wrong
 * @param fix what to do; empty where the cause says it
 */
public record ManifestProblem(String file, int document, int line, String field, String cause, String fix) {
    /** Creates the problem; what is longer than anybody reads is shortened. */
    public ManifestProblem {
        field = BoundedText.of(field, 300);
        cause = BoundedText.of(cause, 600);
        fix = BoundedText.of(fix, 1_500);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": document " + document + ": " + (field.isEmpty() ? "" : field + ": ") + cause
                + (fix.isEmpty() ? "" : "; " + fix);
    }
}
