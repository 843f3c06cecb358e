/** The reconciler of ExternalSecrets: the rooms of the line, composed. */
@NullMarked
package dev.eso4j.core.externalsecret;

import org.jspecify.annotations.NullMarked;
