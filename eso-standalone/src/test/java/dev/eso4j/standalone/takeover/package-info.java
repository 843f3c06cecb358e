/** Tests of taking over from a running External Secrets Operator: what is right is left alone. */
@NullMarked
package dev.eso4j.standalone.takeover;

import org.jspecify.annotations.NullMarked;
