package dev.eso4j.standalone;

import dev.eso4j.api.GoDuration;
import dev.eso4j.core.cluster.Nearest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Flags in the manner of the existing operator: {@code --name=value}, {@code --name value}, and {@code --name} alone for
 * yes. Parsed by hand, because an operator that starts has no time for a framework.
 */
final class FlagSet {
    /** What the value of a flag is. */
    enum Type {
        STRING,
        BOOL,
        INT,
        DURATION,
        /** As a text; {@code --name} alone means yes. */
        OPTIONAL
    }

    /**
     * One flag.
     *
     * @param name its name without dashes
     * @param type what its value is
     * @param defaultValue its value when it is not given
     * @param help what it does
     * @param effective whether it does anything here; if not, giving it says so once
     */
    record Flag(String name, Type type, String defaultValue, String help, boolean effective) {}

    private final Map<String, Flag> flags = new LinkedHashMap<>();
    private final Map<String, String> shortNames = new HashMap<>();

    FlagSet add(String name, Type type, String defaultValue, String help) {
        flags.put(name, new Flag(name, type, defaultValue, help, true));
        return this;
    }

    /** Adds a flag of the existing operator that has nothing to do here. */
    FlagSet ignored(String name, Type type, String defaultValue, String why) {
        flags.put(name, new Flag(name, type, defaultValue, why, false));
        return this;
    }

    /** Lets {@code -letter} stand for {@code --name}. */
    FlagSet shortName(String letter, String name) {
        shortNames.put(letter, name);
        return this;
    }

    List<Flag> all() {
        return List.copyOf(flags.values());
    }

    Values parse(List<String> args) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (!arg.startsWith("-") || arg.equals("-")) {
                rest.add(arg);
                continue;
            }
            int equals = arg.indexOf('=');
            String name = arg.substring(arg.startsWith("--") ? 2 : 1, equals < 0 ? arg.length() : equals);
            boolean whole = arg.startsWith("--");
            Flag flag = whole ? flags.get(name) : flags.get(shortNames.getOrDefault(name, ""));
            if (flag == null) {
                throw unknown(arg, name);
            }
            String value;
            if (equals >= 0) {
                value = arg.substring(equals + 1);
            } else if (flag.type() == Type.BOOL || flag.type() == Type.OPTIONAL) {
                value = "true";
            } else if (i + 1 < args.size()) {
                value = args.get(++i);
            } else {
                throw new UsageException("flag needs a value: --" + flag.name() + " (" + flag.help() + ")");
            }
            check(flag, value);
            given.computeIfAbsent(flag.name(), any -> new ArrayList<>()).add(value);
        }
        return new Values(flags, given, rest);
    }

    private UsageException unknown(String arg, String name) {
        String near = Nearest.of(name, flags.keySet());
        return new UsageException("unknown flag: " + (arg.indexOf('=') < 0 ? arg : arg.substring(0, arg.indexOf('=')))
                + (near.isEmpty() ? "; see --help" : "; did you mean --" + near + "?"));
    }

    private static void check(Flag flag, String value) {
        boolean good = switch (flag.type()) {
            case STRING, OPTIONAL -> true;
            case BOOL -> value.equals("true") || value.equals("false") || value.equals("1") || value.equals("0");
            case INT -> value.matches("-?\\d{1,9}");
            case DURATION -> isDuration(flag, value);
        };
        if (!good) {
            throw new UsageException("invalid value \"" + value + "\" for --" + flag.name() + ": it takes "
                    + (flag.type() == Type.BOOL ? "true or false" : "a whole number"));
        }
    }

    private static boolean isDuration(Flag flag, String value) {
        try {
            GoDuration.parse("--" + flag.name(), value);
            return true;
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** The values after parsing. */
    static final class Values {
        private final Map<String, Flag> flags;
        private final Map<String, List<String>> given;
        private final List<String> rest;

        Values(Map<String, Flag> flags, Map<String, List<String>> given, List<String> rest) {
            this.flags = flags;
            this.given = given;
            this.rest = rest;
        }

        String text(String name) {
            List<String> values = given.get(name);
            return values == null ? flag(name).defaultValue() : values.get(values.size() - 1);
        }

        /** Returns all values of a flag that may be given several times, in their order. */
        List<String> texts(String name) {
            return given.getOrDefault(name, List.of());
        }

        boolean yes(String name) {
            String value = text(name);
            return value.equals("true") || value.equals("1");
        }

        int number(String name) {
            return Integer.parseInt(text(name));
        }

        Duration duration(String name) {
            return GoDuration.parse("--" + name, text(name));
        }

        boolean isGiven(String name) {
            return given.containsKey(name);
        }

        /** Returns the arguments that are no flags. */
        List<String> rest() {
            return rest;
        }

        /** Returns the given flags that have no effect here. */
        List<Flag> withoutEffect() {
            return given.keySet().stream()
                    .map(this::flag)
                    .filter(f -> !f.effective())
                    .toList();
        }

        private Flag flag(String name) {
            return Objects.requireNonNull(flags.get(name), name);
        }
    }
}
