/** The fields of a store of GitHub Actions secrets. */
@NullMarked
package dev.eso4j.api.store.github;

import org.jspecify.annotations.NullMarked;
