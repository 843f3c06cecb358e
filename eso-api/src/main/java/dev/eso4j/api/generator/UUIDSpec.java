package dev.eso4j.api.generator;

import dev.eso4j.api.ModelFields;

/** Nothing to set: the result is a random UUID of version 4, under the key {@code uuid}. */
@ModelFields
public record UUIDSpec() {}
