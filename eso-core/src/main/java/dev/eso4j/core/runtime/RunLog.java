package dev.eso4j.core.runtime;

import org.slf4j.MDC;

/**
 * Marks every line that a thread logs while it works on a key, whichever room logs it: {@code controller}, {@code
 * namespace}, {@code name} and {@code reconcileID} in SLF4J's context, the names that controller-runtime gives them.
 */
final class RunLog {
    private static final String CONTROLLER = "controller";
    private static final String NAMESPACE = "namespace";
    private static final String NAME = "name";
    private static final String ID = "reconcileID";

    private RunLog() {}

    static void begin(String controller, Object key, String id) {
        MDC.put(CONTROLLER, controller);
        if (key instanceof NamespacedName object) {
            MDC.put(NAMESPACE, object.namespace());
            MDC.put(NAME, object.name());
        }
        MDC.put(ID, id);
    }

    static void end() {
        MDC.remove(CONTROLLER);
        MDC.remove(NAMESPACE);
        MDC.remove(NAME);
        MDC.remove(ID);
    }
}
