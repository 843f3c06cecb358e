/** YAML as Go's version 2 parser reads it and its emitter writes it, with JSON in between. */
@NullMarked
package dev.eso4j.template.functions.yaml;

import org.jspecify.annotations.NullMarked;
