/** The functions a template can call: how they are declared, found and called, and the groups of them. */
@NullMarked
package dev.eso4j.template.functions;

import org.jspecify.annotations.NullMarked;
