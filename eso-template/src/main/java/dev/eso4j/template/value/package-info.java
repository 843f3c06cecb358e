/** The values of a template as Go knows them: byte strings, numbers by kind, lists and maps by element type. */
@NullMarked
package dev.eso4j.template.value;

import org.jspecify.annotations.NullMarked;
