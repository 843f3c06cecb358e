package dev.eso4j.api.store.onboardbase;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;

/**
 * Secrets of a project in Onboardbase, which are read only.
 *
 * @param auth How to authenticate.
 * @param apiHost The address of the API; {@code https://public.onboardbase.com/api/v1/} unless given.
 * @param project The project; {@code development} unless given.
 * @param environment The environment of the project; {@code development} unless given.
 */
@ModelRecord
public record OnboardbaseProvider(
        OnboardbaseAuthSecretRef auth,

        @Default("\"https://public.onboardbase.com/api/v1/\"")
        String apiHost,

        @Default("\"development\"") String project,
        @Default("\"development\"") String environment) {}
