package dev.eso4j.template.functions.semver;

import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoType;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Versions, with their methods, and whether they satisfy a constraint. */
public final class SemverFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of("semver", "semverCompare");
    }

    @Override
    public void define(Definitions into) {
        into.function("semver", STRING).as(call -> new GoVersion(Version.parse(call.string(0))));
        into.function("semverCompare", STRING, STRING)
                .as(call -> Constraints.parse(call.string(0)).allow(Version.parse(call.string(1))));
        both(into, GoVersion.TYPE, call -> call.object(0, GoVersion.class).version());
        both(into, Version.TYPE, call -> call.object(0, Version.class));
        into.method(GoVersion.TYPE, "Original")
                .as(call -> call.object(0, GoVersion.class).version().original());
        into.method(GoVersion.TYPE, "Compare", GoVersion.TYPE).as(call -> (long) compared(call));
        order(into, "LessThan", order -> order < 0);
        order(into, "LessThanEqual", order -> order <= 0);
        order(into, "GreaterThan", order -> order > 0);
        order(into, "GreaterThanEqual", order -> order >= 0);
        order(into, "Equal", order -> order == 0);
    }

    /** The methods that pointers and structs have in common. */
    private static void both(Definitions into, GoType type, Function<Call, Version> receiver) {
        into.method(type, "Major").as(call -> GoInt.uint64(receiver.apply(call).major()));
        into.method(type, "Minor").as(call -> GoInt.uint64(receiver.apply(call).minor()));
        into.method(type, "Patch").as(call -> GoInt.uint64(receiver.apply(call).patch()));
        into.method(type, "Prerelease").as(call -> receiver.apply(call).prerelease());
        into.method(type, "Metadata").as(call -> receiver.apply(call).metadata());
        into.method(type, "String").as(call -> receiver.apply(call).text());
        into.method(type, "IncMajor").as(call -> Version.of(receiver.apply(call).major() + 1, 0, 0, "", ""));
        into.method(type, "IncMinor").as(call -> {
            Version version = receiver.apply(call);
            return Version.of(version.major(), version.minor() + 1, 0, "", "");
        });
        into.method(type, "IncPatch").as(call -> {
            Version version = receiver.apply(call);
            // A pre-release comes before its release, so that is the next one.
            long patch = version.prerelease().isEmpty() ? version.patch() + 1 : version.patch();
            return Version.of(version.major(), version.minor(), patch, "", "");
        });
        changed(into, type, "SetPrerelease", receiver, (version, text) -> {
            checkIdentifiers(text, "prerelease");
            Version.checkNumbers(text);
            return Version.of(version.major(), version.minor(), version.patch(), text, version.metadata());
        });
        changed(into, type, "SetMetadata", receiver, (version, text) -> {
            checkIdentifiers(text, "metadata");
            return Version.of(version.major(), version.minor(), version.patch(), version.prerelease(), text);
        });
    }

    private static void changed(
            Definitions into,
            GoType type,
            String name,
            Function<Call, Version> receiver,
            BiFunction<Version, String, Version> change) {
        into.method(type, name, STRING).as(call -> change.apply(receiver.apply(call), call.string(1)));
    }

    private static void checkIdentifiers(String text, String what) {
        if (!text.isEmpty() && !Version.identifiers(text)) {
            throw new FunctionException("invalid " + what + " string");
        }
    }

    private static void order(Definitions into, String name, IntPredicate holds) {
        into.method(GoVersion.TYPE, name, GoVersion.TYPE).as(call -> holds.test(compared(call)));
    }

    private static int compared(Call call) {
        return call.object(0, GoVersion.class)
                .version()
                .compare(call.object(1, GoVersion.class).version());
    }
}
