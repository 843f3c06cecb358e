package dev.eso4j.template.functions.yaml;

import dev.eso4j.template.format.Floats;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first document of a YAML text, as far as JSON can hold it: keys become strings; aliases are expanded, so that no two
 * parts of the result are one.
 */
public final class YamlReader {
    private final Budget budget;
    private final Set<YamlNode> expanding = Collections.newSetFromMap(new IdentityHashMap<>());
    private long decoded;
    private long aliased;

    private YamlReader(Budget budget) {
        this.budget = budget;
    }

    /**
     * The value of a text, which is bytes: dicts, lists, strings, bools, floats, {@code Long} for integers and a {@code GoInt} for
     * those only an unsigned number can hold; null for null and for an empty document.
     *
     * @throws FunctionException if it is not YAML, or more than JSON can hold
     */
    public static @Nullable Object read(String text, Budget budget) {
        budget.steps(text.length() / 4);
        budget.allocate(2L * text.length());
        YamlNode root = YamlComposer.compose(YamlCharacters.decode(text), budget);
        Object value = root == null ? null : new YamlReader(budget).value(root);
        requireFinite(value, budget);
        return value;
    }

    private @Nullable Object value(YamlNode node) {
        budget.step();
        budget.allocate(64);
        count();
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar(scalar);
        } else if (node instanceof YamlNode.Collection collection) {
            budget.enter();
            Object value = collection.mapping ? mapping(collection, GoMap.dict()) : sequence(collection);
            budget.leave();
            return value;
        }
        return expanded(((YamlNode.Alias) node).target, null);
    }

    /** Few lines of aliases of aliases make any amount of values; beyond a size, only a share of them may come from aliases. */
    private void count() {
        decoded++;
        if (!expanding.isEmpty()) {
            aliased++;
        }
        double share = decoded <= 400_000 ? 0.99 : decoded >= 4_000_000 ? 0.1 : 0.99 - 0.89 * (decoded - 4e5) / 3.6e6;
        if (aliased > 100 && decoded > 1000 && (double) aliased / decoded > share) {
            throw new FunctionException("yaml: document contains excessive aliasing");
        }
    }

    /** The value of an anchored node, or null after it was merged into a map. */
    private @Nullable Object expanded(YamlNode target, @Nullable GoMap into) {
        if (!expanding.add(target)) {
            throw new FunctionException("yaml: an anchor's value contains itself");
        }
        Object value = null;
        if (into == null) {
            value = value(target);
        } else {
            merge(target, into, false);
        }
        expanding.remove(target);
        return value;
    }

    private static @Nullable Object scalar(YamlNode.Scalar scalar) {
        Object value = scalar.tag() != null
                ? YamlScalars.tagged(scalar.tag(), scalar.text())
                : scalar.plain() ? YamlScalars.plain(scalar.text()) : Bytes.encode(scalar.text());
        if (value instanceof String text && !Bytes.valid(text)) {
            return Bytes.encode(Bytes.decode(text));
        }
        return value;
    }

    private GoList sequence(YamlNode.Collection sequence) {
        List<@Nullable Object> elements = new ArrayList<>(sequence.children.size());
        for (YamlNode child : sequence.children) {
            elements.add(value(child));
        }
        return GoList.of(elements);
    }

    private GoMap mapping(YamlNode.Collection mapping, GoMap into) {
        for (int i = 0; i + 1 < mapping.children.size(); i += 2) {
            YamlNode key = mapping.children.get(i);
            YamlNode value = mapping.children.get(i + 1);
            if (merges(key)) {
                merge(value, into, true);
            } else {
                into.put(key(value(key)), value(value));
            }
        }
        return into;
    }

    private static boolean merges(YamlNode key) {
        return key instanceof YamlNode.Scalar scalar
                && scalar.text().equals("<<")
                && (scalar.plain() || (YamlScalars.PREFIX + "merge").equals(scalar.tag()));
    }

    private void merge(YamlNode value, GoMap into, boolean severalAllowed) {
        if (value instanceof YamlNode.Alias alias) {
            if (!(alias.target instanceof YamlNode.Collection target) || !target.mapping) {
                throw notMap();
            }
            expanded(target, into);
        } else if (value instanceof YamlNode.Collection collection && collection.mapping) {
            count();
            budget.step();
            mapping(collection, into);
        } else if (value instanceof YamlNode.Collection several && severalAllowed) {
            // Backwards: what comes first counts.
            for (int i = several.children.size() - 1; i >= 0; i--) {
                merge(several.children.get(i), into, false);
            }
        } else {
            throw notMap();
        }
    }

    private static FunctionException notMap() {
        return new FunctionException("yaml: map merge requires map or sequence of maps as the value");
    }

    /** Looks at what is left in the end: a value whose key comes again further down is gone, whatever it was. */
    private static void requireFinite(@Nullable Object value, Budget budget) {
        if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
            throw new FunctionException("yaml: JSON has no infinity and no not-a-number");
        } else if (value instanceof GoMap map) {
            for (String key : map.keys(budget)) {
                requireFinite(map.get(key), budget);
            }
        } else if (value instanceof GoList list) {
            for (int i = 0; i < list.size(); i++) {
                requireFinite(list.get(i), budget);
            }
        }
    }

    private static String key(@Nullable Object key) {
        if (key instanceof String text) {
            return text;
        } else if (key instanceof Long || key instanceof Boolean) {
            return key.toString();
        } else if (key instanceof Double number) {
            String text = Floats.shortest(number.floatValue());
            return switch (text) {
                case "+Inf" -> ".inf";
                case "-Inf" -> "-.inf";
                case "NaN" -> ".nan";
                default -> text;
            };
        }
        throw new FunctionException("yaml: a key of a mapping is neither text nor number nor bool");
    }
}
