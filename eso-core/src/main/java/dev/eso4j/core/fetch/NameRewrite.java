package dev.eso4j.core.fetch;

import com.google.re2j.Pattern;
import dev.eso4j.api.pushsecret.PushSecretRewrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the names of remote objects out of keys, by the rules of {@code dataTo}: the same that rename keys which are
 * fetched. For one thread.
 */
public final class NameRewrite {
    private final @Nullable Pattern match;
    private final List<UnaryOperator<String>> changes = new ArrayList<>();
    private final RewriteWork work = new RewriteWork();

    /**
     * Creates one.
     *
     * @param match which keys there are names for; {@code null} or empty for all
     * @throws FetchException if an expression or a template is wrong
     */
    public NameRewrite(@Nullable String match, List<PushSecretRewrite> rewrites) {
        this.match = match == null || match.isEmpty() ? null : GoRegexp.compile("match.regexp", match);
        for (int i = 0; i < rewrites.size(); i++) {
            PushSecretRewrite rewrite = rewrites.get(i);
            String field = "rewrite[" + i + "]";
            if (rewrite.regexp() != null) {
                Pattern source = GoRegexp.compile(
                        field + ".regexp.source", rewrite.regexp().source());
                String target = rewrite.regexp().target();
                RewriteWork.checkLength(field + ".regexp.target", target);
                changes.add(name -> GoRegexp.replaceAll(source, name, target, work));
            } else if (rewrite.transform() != null) {
                changes.add(new KeyTemplate(rewrite.transform().template())::render);
            } else {
                throw new FetchException(field + " has neither regexp nor transform; give one");
            }
        }
    }

    /** Returns the keys that match, in their order. */
    public Set<String> matching(Set<String> keys) {
        Set<String> matching = new TreeSet<>(keys);
        Pattern wanted = match;
        if (wanted != null) {
            matching.removeIf(key -> !wanted.matcher(key).find());
        }
        return matching;
    }

    /**
     * Returns the name for a key.
     *
     * @throws FetchException if it becomes too long, or a template fails
     */
    public String name(String key) {
        String name = key;
        for (UnaryOperator<String> change : changes) {
            name = change.apply(name);
        }
        return name;
    }
}
