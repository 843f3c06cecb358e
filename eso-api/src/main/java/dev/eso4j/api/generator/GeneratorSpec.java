package dev.eso4j.api.generator;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.eso4j.api.ModelJson;
import dev.eso4j.api.Union;
import dev.eso4j.api.crd.MemberCount;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The union under {@code spec.generator} of a ClusterGenerator: one member, the spec of a generator of the kind that
 * {@code spec.kind} names.
 */
@MemberCount(min = 1, max = 1)
public final class GeneratorSpec extends Union {
    private GeneratorSpec(Map<String, @Nullable Object> members) {
        super("spec.generator", members);
    }

    /** Returns the union with the given members, each a tree of maps, lists, strings, numbers and booleans. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GeneratorSpec of(Map<String, @Nullable Object> members) {
        return new GeneratorSpec(members);
    }

    /**
     * Returns the union whose single member is {@code spec}, a record of the model for {@code kind}.
     *
     * @throws IllegalArgumentException if there is no such kind of generator
     */
    public static GeneratorSpec of(String kind, Record spec) {
        String member = GeneratorTypes.member(kind)
                .orElseThrow(() -> new IllegalArgumentException("There is no kind of generator " + kind + "; there are "
                        + String.join(", ", GeneratorTypes.kinds())));
        return new GeneratorSpec(Map.of(member, ModelJson.toTree(spec)));
    }
}
