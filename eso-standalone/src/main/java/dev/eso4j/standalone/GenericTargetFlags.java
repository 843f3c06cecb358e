package dev.eso4j.standalone;

import dev.eso4j.core.EsoOperatorBuilder;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.slf4j.Logger;

/** The flags about targets that are no Secrets. */
final class GenericTargetFlags {
    static final String ALLOW = "unsafe-allow-generic-targets";
    static final String KINDS = "generic-target-kinds";

    private static final Pattern KIND = Pattern.compile("[A-Z][A-Za-z0-9]*(\\.[a-z0-9]([-a-z0-9.]*[a-z0-9])?)?");

    private GenericTargetFlags() {}

    /**
     * Reads the list of kinds; empty if there is none.
     *
     * @throws UsageException if one of them is no kind
     */
    static Set<String> kinds(FlagSet.Values values) {
        Set<String> kinds = new TreeSet<>();
        if (values.text(KINDS).isBlank()) {
            return kinds;
        }
        for (String kind : values.text(KINDS).split(",", -1)) {
            if (!KIND.matcher(kind.strip()).matches()) {
                throw new UsageException("--" + KINDS + " takes kinds, as Kind or Kind.group, separated by commas,"
                        + " for example ConfigMap,Widget.example.org; \"" + kind.strip() + "\" is none");
            }
            kinds.add(kind.strip());
        }
        return kinds;
    }

    /** Says once what is opened, or that nothing is. */
    static void tell(FlagSet.Values values, Logger log) {
        Set<String> kinds = kinds(values);
        if (values.yes(ALLOW)) {
            log.warn(
                    "--{}: ExternalSecrets may write values into {}; whoever may read these kinds reads the values",
                    ALLOW,
                    kinds.isEmpty() ? "every kind that the operator has rights for" : String.join(", ", kinds));
        } else if (!kinds.isEmpty()) {
            log.warn("--{} has no effect without --{}", KINDS, ALLOW);
        }
    }

    static void apply(FlagSet.Values values, EsoOperatorBuilder builder) {
        if (values.yes(ALLOW)) {
            builder.genericTargets(kinds(values));
        }
    }
}
