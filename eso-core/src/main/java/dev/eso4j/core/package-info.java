/** The front door: SecretSync for one pass, EsoOperator for a running operator. */
@NullMarked
package dev.eso4j.core;

import org.jspecify.annotations.NullMarked;
