package dev.eso4j.provider.kit;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.eso4j.api.RegexpSize;
import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.InvalidRequestException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Decides which remote objects a search wants, where the backend does not decide it itself.
 *
 * <p>The name must match the expression somewhere, and the object must have all tags with their values; what the search
 * does not state does not restrict. The expression is RE2, so matching takes linear time; what a whole search may
 * cost is bounded. Make one for each search. Thread-safe.
 */
public final class FindFilter {
    /** What one search may cost, in steps of about the time of looking at one character. */
    private static final long MOST_WORK = 300_000_000;

    private final AtomicLong work = new AtomicLong();
    private final long steps;
    private final @Nullable Pattern name;
    private final @Nullable Map<String, String> tags;

    private FindFilter(@Nullable Pattern name, @Nullable Map<String, String> tags) {
        this.name = name;
        this.steps = name == null ? 0 : RegexpSize.steps(name.pattern());
        this.tags = tags;
    }

    /**
     * Returns the filter of a search.
     *
     * @throws InvalidRequestException if the expression is not RE2, or its program would be too large
     */
    public static FindFilter of(FindRequest request) {
        String expression = request.nameRegexp();
        Map<String, String> tags = request.tags();
        return new FindFilter(expression == null ? null : compile(expression), tags == null ? null : Map.copyOf(tags));
    }

    private static Pattern compile(String expression) {
        String size = RegexpSize.problem(expression);
        if (!size.isEmpty()) {
            throw new InvalidRequestException("find.name.regexp " + size, "search by a simpler expression, or by tags");
        }
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new InvalidRequestException(
                    "find.name.regexp \"" + expression + "\" is not a regular expression: " + e.getDescription(),
                    "correct it; the syntax is RE2, which has no look-around and no back-references",
                    e);
        }
    }

    /** Returns whether the search restricts names. */
    public boolean byName() {
        return name != null;
    }

    /** Returns whether the search is by tags, even if none is listed. */
    public boolean byTags() {
        return tags != null;
    }

    /**
     * Returns whether the name is one that the search wants.
     *
     * @throws InvalidRequestException if a large expression has been asked about so many names that it takes minutes
     */
    public boolean matchesName(String candidate) {
        if (work.addAndGet(steps * (candidate.length() + 1)) > MOST_WORK) {
            throw new InvalidRequestException(
                    "find.name.regexp is too much work for so many names", "use a shorter expression, or tags");
        }
        return name == null || name.matcher(candidate).find();
    }

    /** Returns whether the tags are among those that the search wants. */
    public boolean matchesTags(Map<String, String> candidate) {
        return tags == null
                || tags.entrySet().stream().allMatch(t -> Objects.equals(candidate.get(t.getKey()), t.getValue()));
    }
}
