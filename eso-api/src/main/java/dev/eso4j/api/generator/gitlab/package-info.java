/** Generators for GitLab: deploy tokens. */
@NullMarked
package dev.eso4j.api.generator.gitlab;

import org.jspecify.annotations.NullMarked;
