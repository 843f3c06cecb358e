package dev.eso4j.template.functions;

import java.util.List;

/**
 * Functions that belong together, loaded together when a template first names one of them.
 *
 * <p>An implementation is a final class without state whose own class needs no library: what {@link #define} and the bodies refer to is
 * loaded only then, so that no template pays for cryptography that it does not use.
 */
public interface FunctionGroup {
    /** Every name that {@link #define} defines, aliases included. */
    List<String> names();

    /** Defines the functions; called once for each registry. */
    void define(Definitions into);
}
