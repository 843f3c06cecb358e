/** The member {@code ovh} of {@code spec.provider}: secrets of the key management service of OVHcloud. */
@NullMarked
package dev.eso4j.api.store.ovh;

import org.jspecify.annotations.NullMarked;
