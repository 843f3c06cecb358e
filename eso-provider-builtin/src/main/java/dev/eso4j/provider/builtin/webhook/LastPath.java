package dev.eso4j.provider.builtin.webhook;

import dev.eso4j.provider.builtin.webhook.path.AnswerPath;
import org.jspecify.annotations.Nullable;

/** Remembers the path that was parsed last: a store mostly has one, however many answers it is for. Thread-safe. */
final class LastPath {
    private volatile @Nullable Parsed last;

    /** A class and no record, because the text of a path may have a secret in it. */
    private static final class Parsed {
        private final String text;
        private final AnswerPath path;

        Parsed(String text, AnswerPath path) {
            this.text = text;
            this.path = path;
        }
    }

    /**
     * Returns the path that a text is.
     *
     * @throws dev.eso4j.provider.builtin.webhook.path.PathException if it is none
     */
    AnswerPath parse(String text) {
        Parsed known = last;
        if (known == null || !known.text.equals(text)) {
            known = new Parsed(text, AnswerPath.parse(text));
            last = known;
        }
        return known.path;
    }
}
