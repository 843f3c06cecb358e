/** Running a template: its tree is compiled once, with functions and variables resolved, and executed many times. */
@NullMarked
package dev.eso4j.template.exec;

import org.jspecify.annotations.NullMarked;
