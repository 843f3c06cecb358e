/** The member {@code nebiusmysterybox} of {@code spec.provider}: secrets of Nebius MysteryBox. */
@NullMarked
package dev.eso4j.api.store.nebiusmysterybox;

import org.jspecify.annotations.NullMarked;
