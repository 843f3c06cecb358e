package dev.eso4j.core.externalsecret;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretData;
import dev.eso4j.api.externalsecret.ExternalSecretDataFromRemoteRef;
import dev.eso4j.api.externalsecret.ExternalSecretSpec;
import dev.eso4j.core.render.InvalidTargetException;
import dev.eso4j.core.render.TargetPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must be right about an ExternalSecret; each problem is one sentence with field, cause and fix. */
public final class ExternalSecretRules {
    private ExternalSecretRules() {}

    public static List<String> check(ExternalSecret externalSecret) {
        List<String> problems = new ArrayList<>();
        ExternalSecretSpec spec = externalSecret.getSpec();
        target(externalSecret, problems);
        if (spec.data().isEmpty() && spec.dataFrom().isEmpty()) {
            problems.add("either data or dataFrom should be specified");
        }
        for (int i = 0; i < spec.dataFrom().size(); i++) {
            dataFrom("spec.dataFrom[" + i + "]", spec.dataFrom().get(i), problems);
        }
        Set<String> keys = new HashSet<>();
        for (ExternalSecretData entry : spec.data()) {
            if (!keys.add(entry.secretKey())) {
                problems.add(
                        "duplicate secretKey found: " + entry.secretKey() + "; keep one entry of spec.data for it");
            }
        }
        try {
            RefreshDecision.interval(externalSecret);
            SyncWindowsGate.of(spec.syncWindows());
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        return problems;
    }

    private static void target(ExternalSecret externalSecret, List<String> problems) {
        try {
            TargetPolicy policy = TargetPolicy.of(externalSecret);
            if (policy.deletion() == TargetPolicy.Deletion.Delete && policy.creation() != TargetPolicy.Creation.Owner) {
                problems.add("deletionPolicy=Delete must not be used when the controller doesn't own the secret."
                        + " Please set creationPolicy=Owner");
            }
            if (policy.deletion() == TargetPolicy.Deletion.Merge && policy.creation() == TargetPolicy.Creation.None) {
                problems.add("deletionPolicy=Merge must not be used with creationPolicy=None."
                        + " There is no Secret to merge with");
            }
        } catch (InvalidTargetException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private static void dataFrom(String path, ExternalSecretDataFromRemoteRef entry, List<String> problems) {
        boolean generator = entry.sourceRef() != null && entry.sourceRef().generatorRef() != null;
        int sources = (entry.extract() == null ? 0 : 1) + (entry.find() == null ? 0 : 1) + (generator ? 1 : 0);
        if (sources > 1) {
            problems.add(path + ": extract, find, or generatorRef cannot be set at the same time");
        } else if (sources == 0) {
            problems.add(path + ": either extract, find, or sourceRef.generatorRef must be set to dataFrom");
        }
    }
}
