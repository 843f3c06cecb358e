package dev.eso4j.testkit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the one control plane of this JVM when the first test asks for it; it ends with the JVM. */
public final class ControlPlaneExtension implements ExecutionCondition, ParameterResolver {
    private static @Nullable ControlPlane shared;

    /** For JUnit, which creates an extension by its public constructor. */
    public ControlPlaneExtension() {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (TestServers.kube().isPresent()) {
            return ConditionEvaluationResult.enabled("A control plane is installed");
        }
        String reason = TestServers.MISSING + " skipping " + context.getDisplayName()
                + ": there is no control plane installed; run bin/install-test-servers";
        System.err.println(reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ControlPlane.class;
    }

    @Override
    public ControlPlane resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared();
    }

    private static synchronized ControlPlane shared() {
        if (shared == null) {
            shared = ControlPlane.builder().start();
        }
        return shared;
    }
}
