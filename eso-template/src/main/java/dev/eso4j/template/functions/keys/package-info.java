/** Keys, certificates and PEM as Go reads and writes them. */
@NullMarked
package dev.eso4j.template.functions.keys;

import org.jspecify.annotations.NullMarked;
