package dev.eso4j.api.generator.grafana;

import dev.eso4j.api.ModelRecord;

/**
 * Which service account of a Grafana server the token is for.
 *
 * @param url The address of the server, with its path where it has one, such as {@code https://grafana.example.com}.
 * @param auth How to sign in.
 * @param serviceAccount The service account; it is made when there is none of that name, and stays.
 */
@ModelRecord
public record GrafanaSpec(String url, GrafanaAuth auth, GrafanaServiceAccount serviceAccount) {}
