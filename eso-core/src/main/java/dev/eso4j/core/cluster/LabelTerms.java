package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eso4j.api.BoundedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads label selectors: {@code a=b}, {@code a!=b}, {@code a in (b,c)}, {@code a notin (b)}, {@code a}, {@code !a}. */
final class LabelTerms {
    private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s*\\(([^)]*)\\)");
    private static final Pattern EQUALITY = Pattern.compile("([^!=\\s]+)\\s*(==|=|!=)\\s*([^!=\\s]*)");
    private static final Pattern EXISTENCE = Pattern.compile("(!?)\\s*([^!=\\s()]+)");

    private LabelTerms() {}

    static List<Predicate<JsonNode>> parse(String selector) {
        List<Predicate<JsonNode>> terms = new ArrayList<>();
        int begin = 0;
        boolean inside = false;
        for (int i = 0; i <= selector.length(); i++) {
            char c = i == selector.length() ? ',' : selector.charAt(i);
            // A comma separates terms unless it stands in parentheses.
            if (i == selector.length() || c == ',' && !inside) {
                String term = selector.substring(begin, i).strip();
                if (!term.isEmpty()) {
                    terms.add(term(term));
                }
                begin = i + 1;
            }
            inside = c == '(' || inside && c != ')';
        }
        return List.copyOf(terms);
    }

    private static Predicate<JsonNode> term(String term) {
        java.util.regex.Matcher set = SET.matcher(term);
        if (set.matches()) {
            return among(set.group(1), values(set.group(3)), set.group(2).equals("notin"));
        }
        java.util.regex.Matcher equality = EQUALITY.matcher(term);
        if (equality.matches()) {
            return among(
                    equality.group(1),
                    Set.of(equality.group(3)),
                    equality.group(2).equals("!="));
        }
        java.util.regex.Matcher existence = EXISTENCE.matcher(term);
        if (existence.matches()) {
            String key = existence.group(2);
            boolean wanted = existence.group(1).isEmpty();
            return labels -> labels.has(key) == wanted;
        }
        throw new ClusterException(
                ClusterException.Reason.INVALID,
                "the label selector term '" + BoundedText.of(term, 200)
                        + "' has no known form; write key=value, key!=value, key in (a,b), key notin (a,b), key or !key");
    }

    private static Set<String> values(String list) {
        return Pattern.compile(",").splitAsStream(list).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    /** An absent label is not equal to anything, so it matches the negative forms, as the API has it. */
    private static Predicate<JsonNode> among(String key, Set<String> values, boolean not) {
        return labels -> {
            JsonNode value = labels.get(key);
            return (value != null && values.contains(value.asText())) != not;
        };
    }
}
