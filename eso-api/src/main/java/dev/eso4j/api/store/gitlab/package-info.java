/** The fields of a store of GitLab variables. */
@NullMarked
package dev.eso4j.api.store.gitlab;

import org.jspecify.annotations.NullMarked;
