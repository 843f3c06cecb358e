package dev.eso4j.core.externalsecret;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.apply.EventSink;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import java.util.List;

/** The events of ExternalSecrets. */
final class ExternalSecretEvents {
    private static final String SOURCE = "external-secrets";

    private final EventSink sink;

    ExternalSecretEvents(EventSink sink) {
        this.sink = sink;
    }

    void created(ExternalSecret about) {
        sink.event(reference(about), SOURCE, "Normal", "Created", "secret created");
    }

    void updated(ExternalSecret about) {
        sink.event(reference(about), SOURCE, "Normal", "Updated", "secret updated");
    }

    /** As {@link #created(ExternalSecret)}, of an object that is no Secret. */
    void created(ExternalSecret about, String object) {
        sink.event(reference(about), SOURCE, "Normal", "Created", "Created " + object);
    }

    /** As {@link #updated(ExternalSecret)}, of an object that is no Secret. */
    void updated(ExternalSecret about, String object) {
        sink.event(reference(about), SOURCE, "Normal", "Updated", "Updated " + object);
    }

    void deleted(ExternalSecret about, String message) {
        sink.event(reference(about), SOURCE, "Normal", "Deleted", message);
    }

    void failed(ExternalSecret about, String message) {
        sink.event(reference(about), SOURCE, "Warning", "UpdateFailed", message);
    }

    void outdated(ExternalSecret about, String message) {
        sink.event(reference(about), SOURCE, "Warning", "Outdated", message);
    }

    /** Told when the target changed: a secret that stays away is no news at the next refresh. */
    void absent(ExternalSecret about, List<String> entries) {
        entries.forEach(entry -> sink.event(
                reference(about),
                SOURCE,
                "Normal",
                "MissingProviderSecret",
                "secret does not exist at provider using " + entry));
    }

    private static ObjectReference reference(ExternalSecret about) {
        return new ObjectReferenceBuilder()
                .withApiVersion("external-secrets.io/v1")
                .withKind("ExternalSecret")
                .withNamespace(about.getMetadata().getNamespace())
                .withName(about.getMetadata().getName())
                .withUid(about.getMetadata().getUid())
                .withResourceVersion(about.getMetadata().getResourceVersion())
                .build();
    }
}
