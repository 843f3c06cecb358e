package dev.eso4j.standalone.metrics;

/** The names by which dashboards know providers and their calls. */
final class CallNames {
    private CallNames() {}

    static String provider(String provider) {
        return provider.equals("kubernetes") ? "Kubernetes" : provider;
    }

    static String call(String provider, String operation) {
        if (!provider.equals("kubernetes")) {
            return operation;
        }
        return switch (operation) {
            case "read" -> "GetSecret";
            case "find" -> "ListSecrets";
            case "check" -> "CreateSelfSubjectRulesReview";
            default -> operation;
        };
    }
}
