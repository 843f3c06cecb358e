/** What one execution of a template may cost, and the account that is kept of it. */
@NullMarked
package dev.eso4j.template.limit;

import org.jspecify.annotations.NullMarked;
