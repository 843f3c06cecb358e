package dev.eso4j.benchmarks.micro;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ObjectHash;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.plan.TargetPlan;
import dev.eso4j.core.plan.TargetPlanner;
import dev.eso4j.core.render.DesiredTarget;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.render.TargetPolicy;
import dev.eso4j.core.render.TargetRenderer;
import dev.eso4j.core.render.TargetTemplates;
import dev.eso4j.core.render.TemplateTexts;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The hashes and the plan for one target with five keys of 32 bytes. */
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class HashAndPlanBenchmark {
    private final TargetPlanner planner = new TargetPlanner();
    private final ExternalSecret externalSecret;
    private final TargetPolicy policy;
    private final DesiredTarget desired;
    private final KubeSecret existing;

    /** Creates the target once, so that there is one with all that the server adds. */
    public HashAndPlanBenchmark() {
        try (LocalCluster cluster = LocalCluster.create()) {
            externalSecret = Manifests.loaded(cluster);
            policy = TargetPolicy.of(externalSecret);
            Map<String, SecretValue> values = new TreeMap<>();
            for (int i = 0; i < 5; i++) {
                values.put("key-" + i, SecretValue.of("value-" + i + "-0123456789abcdefghijklmn"));
            }
            desired =
                    new TargetRenderer(TargetTemplates.standard()).render(externalSecret, values, TemplateTexts.none());
            TargetPlan.Create create =
                    (TargetPlan.Create) planner.plan(externalSecret.getMetadata(), policy, desired, null);
            String manager = Ownership.fieldManager(externalSecret.getMetadata().getName());
            existing = cluster.create(ResourceType.SECRETS, create.secret(), manager);
        }
        TargetPlan again = unchanged();
        if (!(again instanceof TargetPlan.Unchanged)) {
            throw new IllegalStateException("the target that was just created is to be changed: " + again.getClass());
        }
    }

    /** The hash of the data. */
    @Benchmark
    public String ofData() {
        return ObjectHash.ofData(desired.data());
    }

    /** The hash of labels and annotations. */
    @Benchmark
    public String ofMetadata() {
        return ObjectHash.ofMetadata(
                existing.metadata().getAnnotations(), existing.metadata().getLabels());
    }

    /** The plan for a target that does not exist. */
    @Benchmark
    public TargetPlan create() {
        return planner.plan(externalSecret.getMetadata(), policy, desired, null);
    }

    /** The plan for a target that is right already. */
    @Benchmark
    public TargetPlan unchanged() {
        return planner.plan(externalSecret.getMetadata(), policy, desired, existing);
    }
}
