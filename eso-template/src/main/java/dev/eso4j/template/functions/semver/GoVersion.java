package dev.eso4j.template.functions.semver;

import dev.eso4j.template.functions.json.JsonText;
import dev.eso4j.template.functions.reflection.DeepEquality;
import dev.eso4j.template.value.GoType;
import dev.eso4j.template.value.Kind;

/** A {@code *semver.Version}: a pointer, so that in Go it is equal only to itself. */
final class GoVersion implements DeepEquality.Pointer, JsonText {
    static final GoType TYPE =
            GoType.printing("*semver.Version", Kind.POINTER, value -> ((GoVersion) value).version.text());

    private final Version version;

    GoVersion(Version version) {
        this.version = version;
    }

    Version version() {
        return version;
    }

    @Override
    public GoType type() {
        return TYPE;
    }

    @Override
    public boolean sameContent(Object other) {
        return other instanceof GoVersion pointer && pointer.version.equals(version);
    }

    @Override
    public String jsonText() {
        return version.text();
    }

    @Override
    public String toString() {
        return TYPE.name();
    }
}
