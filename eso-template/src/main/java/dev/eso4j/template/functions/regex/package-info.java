/** Regular expressions in the syntax and with the matching of Go's RE2. */
@NullMarked
package dev.eso4j.template.functions.regex;

import org.jspecify.annotations.NullMarked;
