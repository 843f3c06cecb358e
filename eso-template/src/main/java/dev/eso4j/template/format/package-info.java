/** Values as text: printing, printf with its verbs, quoting, numbers. */
@NullMarked
package dev.eso4j.template.format;

import org.jspecify.annotations.NullMarked;
