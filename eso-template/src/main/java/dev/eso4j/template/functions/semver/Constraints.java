package dev.eso4j.template.functions.semver;

import java.util.ArrayList;
import java.util.List;

/** Groups of conditions, of which one has to hold as a whole: {@code >=1.2 <2 || >=3}. */
record Constraints(List<List<Constraint>> groups) {
    /**
     * Reads constraints.
     *
     * @throws dev.eso4j.template.functions.FunctionException if they are none
     */
    static Constraints parse(String text) {
        List<List<Constraint>> groups = new ArrayList<>();
        for (String group : text.split("\\|\\|", -1)) {
            groups.add(new ConstraintParser(group).group());
        }
        return new Constraints(groups);
    }

    /** A pre-release is allowed only by a group that mentions one. */
    boolean allow(Version version) {
        for (List<Constraint> group : groups) {
            boolean mentioned = version.prerelease().isEmpty()
                    || group.stream().anyMatch(c -> !c.version().prerelease().isEmpty());
            if (mentioned && group.stream().allMatch(c -> c.allows(version))) {
                return true;
            }
        }
        return false;
    }
}
