/** The member {@code crd} of {@code spec.provider}: fields of custom and other resources of a cluster. */
@NullMarked
package dev.eso4j.api.store.crd;

import org.jspecify.annotations.NullMarked;
