package dev.eso4j.standalone.process;

import org.awaitility.core.ConditionEvaluationListener;
import org.awaitility.core.EvaluatedCondition;
import org.awaitility.core.TimeoutEvent;

/** Shows the process's log when a test waits in vain. */
final class OnTimeout implements ConditionEvaluationListener<Object> {
    private final OperatorProcess process;

    OnTimeout(OperatorProcess process) {
        this.process = process;
    }

    @Override
    public void conditionEvaluated(EvaluatedCondition<Object> condition) {
        if (!process.alive()) {
            throw new AssertionError("the process has ended\n" + process.log());
        }
    }

    @Override
    public void onTimeout(TimeoutEvent event) {
        System.err.println(event.getDescription() + "\n" + process.log());
    }
}
