package dev.eso4j.template.functions;

import dev.eso4j.template.value.GoType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The functions by name and the methods by type; groups are loaded when first asked for. Thread-safe. */
public final class FunctionRegistry {
    private final Map<String, FunctionGroup> groups = new HashMap<>();
    private final Map<String, Function> functions = new ConcurrentHashMap<>();
    private final Map<GoType, Map<String, Function>> methods = new ConcurrentHashMap<>();

    private FunctionRegistry(List<FunctionGroup> groups) {
        for (FunctionGroup group : groups) {
            for (String name : group.names()) {
                this.groups.put(name, group);
            }
        }
    }

    /** A registry of these groups; of two functions with one name, that of the later group counts. */
    public static FunctionRegistry of(List<FunctionGroup> groups) {
        return new FunctionRegistry(groups);
    }

    /** The names of all functions. */
    public Set<String> names() {
        return new TreeSet<>(groups.keySet());
    }

    /** The function of this name, null if there is none. */
    public @Nullable Function function(String name) {
        FunctionGroup group = groups.get(name);
        if (group == null) {
            return null;
        }
        Function known = functions.get(name);
        return known != null ? known : load(group).get(name);
    }

    /** The method of a type, null if it has none of this name. */
    public @Nullable Function method(GoType type, String name) {
        Map<String, Function> ofType = methods.get(type);
        return ofType == null ? null : ofType.get(name);
    }

    private Map<String, Function> load(FunctionGroup group) {
        Definitions definitions = new Definitions();
        group.define(definitions);
        if (!definitions.functions().keySet().equals(Set.copyOf(group.names()))) {
            throw new IllegalStateException(group.getClass().getName() + " names " + new TreeSet<>(group.names())
                    + " and defines " + new TreeSet<>(definitions.functions().keySet()));
        }
        definitions.methods().forEach(methods::putIfAbsent);
        definitions.functions().forEach((name, function) -> {
            if (groups.get(name) == group) {
                functions.putIfAbsent(name, function);
            }
        });
        return functions;
    }
}
