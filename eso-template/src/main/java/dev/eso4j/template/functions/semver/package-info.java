/** Semantic versions and constraints on them. */
@NullMarked
package dev.eso4j.template.functions.semver;

import org.jspecify.annotations.NullMarked;
