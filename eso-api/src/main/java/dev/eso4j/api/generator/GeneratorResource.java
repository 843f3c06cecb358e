package dev.eso4j.api.generator;

import dev.eso4j.api.ModelJson;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.ParameterizedType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A generator with a namespace; its kind says what it makes.
 *
 * @param <S> what the kind can be told
 */
public abstract class GeneratorResource<S extends Record> extends CustomResource<S, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** For the kinds. */
    protected GeneratorResource() {}

    /** A manifest without a spec is read as one with an empty spec. */
    @Override
    @SuppressWarnings("unchecked") // Each kind names the type of its spec.
    protected final S initSpec() {
        ParameterizedType parent = (ParameterizedType) getClass().getGenericSuperclass();
        return ModelJson.fromTree("spec", Map.of(), (Class<S>) parent.getActualTypeArguments()[0]);
    }

    /** Generators have no status. */
    @Override
    protected final @Nullable Void initStatus() {
        return null;
    }
}
