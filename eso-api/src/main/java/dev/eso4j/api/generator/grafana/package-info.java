/** Generators for Grafana: tokens of service accounts. */
@NullMarked
package dev.eso4j.api.generator.grafana;

import org.jspecify.annotations.NullMarked;
