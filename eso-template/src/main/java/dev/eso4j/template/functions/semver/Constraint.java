package dev.eso4j.template.functions.semver;

/**
 * One condition on a version.
 *
 * @param operator one of {@code = != > < >= <= ~ ^}; {@code =} also if none was written
 * @param version the version, with 0 for what is missing
 * @param written how many of its numbers were written and are no wildcard
 */
record Constraint(String operator, Version version, int written) {
    private boolean dirty() {
        return written < 3;
    }

    private boolean minorOpen() {
        return written == 1;
    }

    private boolean patchOpen() {
        return written == 2;
    }

    /** Whether a version satisfies this, pre-releases aside. */
    boolean allows(Version candidate) {
        int order = candidate.compare(version);
        return switch (operator) {
            case "!=" -> dirty() ? differs(candidate) : order != 0;
            case ">" -> dirty() ? above(candidate, order) : order > 0;
            case "<" -> order < 0;
            case ">=" -> order >= 0;
            case "<=" -> dirty() ? notAbove(candidate) : order <= 0;
            case "~" -> order >= 0 && tilde(candidate);
            case "^" -> order >= 0 && caret(candidate);
            default -> dirty() ? order >= 0 && tilde(candidate) : order == 0;
        };
    }

    private boolean sameMajor(Version candidate) {
        return candidate.major() == version.major();
    }

    private boolean sameMinor(Version candidate) {
        return candidate.minor() == version.minor();
    }

    private boolean differs(Version candidate) {
        if (!sameMajor(candidate)) {
            return true;
        } else if (minorOpen()) {
            return false;
        } else if (!sameMinor(candidate)) {
            return true;
        } else if (patchOpen()) {
            return Version.comparePrerelease(candidate.prerelease(), version.prerelease()) != 0;
        }
        return candidate.compare(version) != 0;
    }

    private boolean above(Version candidate, int order) {
        if (!sameMajor(candidate)) {
            return Long.compareUnsigned(candidate.major(), version.major()) > 0;
        } else if (minorOpen()) {
            return false;
        } else if (patchOpen()) {
            return Long.compareUnsigned(candidate.minor(), version.minor()) > 0;
        }
        return order > 0;
    }

    private boolean notAbove(Version candidate) {
        if (!sameMajor(candidate)) {
            return Long.compareUnsigned(candidate.major(), version.major()) < 0;
        }
        return minorOpen() || Long.compareUnsigned(candidate.minor(), version.minor()) <= 0;
    }

    private boolean tilde(Version candidate) {
        boolean zero = version.major() == 0 && version.minor() == 0 && version.patch() == 0;
        if (zero && !minorOpen() && !patchOpen()) {
            return true;
        }
        return sameMajor(candidate) && (minorOpen() || sameMinor(candidate));
    }

    private boolean caret(Version candidate) {
        if (version.major() != 0 || minorOpen()) {
            return sameMajor(candidate);
        } else if (candidate.major() != 0) {
            return false;
        } else if (version.minor() != 0 || patchOpen()) {
            return sameMinor(candidate);
        }
        return candidate.minor() == 0 && candidate.patch() == version.patch();
    }
}
