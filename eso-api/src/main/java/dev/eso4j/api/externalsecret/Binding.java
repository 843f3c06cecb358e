package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.MapKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The Secret, named for the Service Binding specification (servicebinding.io).
 *
 * @param name The name of the Secret that was written last.
 */
@ModelRecord
@MapKind("atomic")
public record Binding(@Default("\"\"") @Nullable String name) {
    // By hand: each sync asks, and what the compiler makes is linked at run time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Binding o && Objects.equals(name, o.name);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(name);
    }
}
