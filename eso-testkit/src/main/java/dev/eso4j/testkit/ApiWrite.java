package dev.eso4j.testkit;

import java.time.Instant;

/**
 * One request to the API server that was to change something.
 *
 * @param at when the server got it
 * @param user the name of who sent it, for example {@code system:serviceaccount:team-a:eso4j}
 * @param verb {@code create}, {@code update}, {@code patch}, {@code delete} or {@code deletecollection}
 * @param resource the plural name, with the subresource if there is one, for example {@code externalsecrets/status}
 * @param namespace the namespace, or the empty text
 * @param name the object's name; the empty text where the server chose or only the body said it
 * @param code the HTTP status of the answer
 */
public record ApiWrite(
        Instant at, String user, String verb, String resource, String namespace, String name, int code) {}
