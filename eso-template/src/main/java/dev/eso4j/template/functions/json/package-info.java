/** JSON as Go reads and writes it. */
@NullMarked
package dev.eso4j.template.functions.json;

import org.jspecify.annotations.NullMarked;
