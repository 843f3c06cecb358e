package dev.eso4j.standalone.deploy;

import java.nio.file.Files;
import java.nio.file.Path;

/** The manifests of this repository. */
final class Manifests {
    private Manifests() {}

    /** Returns the folder {@code deploy}, wherever in the repository the tests were started. */
    static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isRegularFile(here.resolve("deploy/crds.yaml"))) {
            here = here.getParent();
        }
        if (here == null) {
            throw new IllegalStateException("the tests do not run inside of the repository");
        }
        return here.resolve("deploy");
    }
}
