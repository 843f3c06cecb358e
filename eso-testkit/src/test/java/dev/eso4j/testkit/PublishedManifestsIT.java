package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.testkit.PublishedManifests.Published;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithControlPlane
@DisplayName("Manifests that others have published, on a real API server with our CRDs")
class PublishedManifestsIT {
    /** What the admission webhook of the External Secrets Operator refuses as well, by the number in the file. */
    private static final Map<Integer, String> REFUSED = refused();

    private static Map<Integer, String> refused() {
        Map<Integer, String> refused = new TreeMap<>();
        // Excerpts that show a template and leave out what is fetched.
        for (int id : new int[] {63, 166, 229, 232, 233, 234, 235, 296}) {
            refused.put(id, "there is nothing to fetch");
        }
        // Alternatives written into one manifest, with one key in both.
        refused.put(227, "Duplicate value");
        return refused;
    }

    @BeforeAll
    static void install(ControlPlane cluster) {
        cluster.installCrds();
    }

    @Test
    @DisplayName("are accepted under strict field validation and stored with the same spec")
    void stored(ControlPlane cluster) throws IOException {
        List<Published> all = PublishedManifests.read();
        StrictCreate api = new StrictCreate(cluster, cluster.newNamespace());
        Map<String, String> wrong = new TreeMap<>();
        for (Published published : all) {
            StrictCreate.Answer answer = api.create("published-" + published.id(), published.manifest(), false);
            String refusal = REFUSED.get(published.id());
            if (refusal != null) {
                if (answer.accepted() || !answer.message().contains(refusal)) {
                    wrong.put(published.title(), "not refused as expected: " + answer.message());
                }
            } else if (!answer.accepted()) {
                wrong.put(published.title(), "refused: " + answer.message());
            } else if (!answer.stored().path("spec").equals(published.storedSpec())) {
                wrong.put(
                        published.title(),
                        "stored as " + answer.stored().path("spec") + " instead of " + published.storedSpec());
            }
        }
        System.out.println(all.size() + " published manifests were sent to the API server, of which " + REFUSED.size()
                + " are to be refused");

        assertThat(all).isNotEmpty();
        assertThat(wrong).isEmpty();
    }
}
