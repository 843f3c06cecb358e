package dev.eso4j.template.functions.regex;

import com.google.re2j.Matcher;
import dev.eso4j.template.format.Output;
import dev.eso4j.template.limit.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The matches of an expression in a text, with Go's rules for empty ones. */
final class Matches {
    /** What a match takes, with its text. */
    private static final int MATCH = 64;

    private final Regex regex;
    private final Subject subject;
    private final Matcher matcher;
    private final Budget budget;

    Matches(Regex regex, String text, Budget budget) {
        this.regex = regex;
        this.budget = budget;
        subject = new Subject(text, budget, regex.weight());
        matcher = regex.pattern().matcher(subject);
    }

    Regex regex() {
        return regex;
    }

    /** Looks for the next match at or after a position, which becomes the current one. */
    boolean find(int from) {
        budget.step();
        return from <= subject.length() && matcher.find(from);
    }

    /** Charges what is done for the current match, by the length of the text that says it. */
    void charge(int length) {
        budget.steps(length >> 2);
    }

    /** Whether a group takes part in the current match. */
    boolean has(int group) {
        return group <= matcher.groupCount() && matcher.start(group) >= 0;
    }

    String group(int group) {
        return has(group) ? subject.between(matcher.start(group), matcher.end(group)) : "";
    }

    /** The texts of so many matches; all of them if negative. */
    List<String> all(long most) {
        List<String> texts = new ArrayList<>();
        for (int[] match : positions(most)) {
            texts.add(subject.between(match[0], match[1]));
        }
        return texts;
    }

    private List<int[]> positions(long most) {
        List<int[]> found = new ArrayList<>();
        int at = 0;
        int last = -1;
        while ((most < 0 || found.size() < most) && find(at)) {
            int start = matcher.start();
            int end = matcher.end();
            // An empty match directly behind another one does not count.
            boolean counts = end != at || start != last;
            at = end == at ? subject.after(at) : end;
            last = end;
            if (counts) {
                budget.allocate(2L * MATCH);
                found.add(new int[] {start, end});
            }
        }
        return found;
    }

    /** The text with each match replaced by what is appended for it. */
    String replaced(BiConsumer<Matches, Output> replacement) {
        Output result = new Output(budget);
        int last = 0;
        int at = 0;
        while (find(at)) {
            int start = matcher.start();
            int end = matcher.end();
            result.append(subject.between(last, start));
            if (end > last || start == 0) {
                replacement.accept(this, result);
            }
            last = end;
            at = Math.max(subject.after(at), end);
        }
        result.append(subject.between(last, subject.length()));
        return result.toString();
    }

    /** The parts between so many matches, the last one being the rest; between all if negative. */
    List<String> split(long most) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int end = 0;
        for (int[] match : positions(most)) {
            if (most > 0 && parts.size() == most - 1) {
                break;
            }
            end = match[0];
            if (match[1] != 0) {
                parts.add(subject.between(from, end));
            }
            from = match[1];
        }
        if (end != subject.length()) {
            parts.add(subject.between(from, subject.length()));
        }
        return parts;
    }
}
