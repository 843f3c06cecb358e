package dev.eso4j.testkit.faults;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * One request of the Kubernetes API as a {@link FaultProxy} sees it.
 *
 * @param number which one it is, from 1
 * @param verb {@code get}, {@code list}, {@code watch}, {@code create}, {@code update}, {@code patch} or {@code delete}
 * @param resource the plural name, with the subresource if there is one, for example {@code externalsecrets/status}
 * @param namespace the namespace, or the empty text
 * @param name the object's name, or the empty text
 */
public record ApiRequest(long number, String verb, String resource, String namespace, String name) {
    /** Returns whether it is this verb on this resource. */
    public boolean is(String wantedVerb, String wantedResource) {
        return verb.equals(wantedVerb) && resource.equals(wantedResource);
    }

    /** Returns whether it is to change something. */
    public boolean writes() {
        return !List.of("get", "list", "watch").contains(verb);
    }

    /** Reads method and target of a request line; what is no path of the API gets the path as resource. */
    static ApiRequest of(long number, String method, String target) {
        URI uri = URI.create(target);
        List<String> path = Arrays.stream(uri.getRawPath().split("/"))
                .filter(s -> !s.isEmpty())
                .toList();
        int at = !path.isEmpty() && path.get(0).equals("apis") ? 3 : 2;
        if (path.size() <= at) {
            return new ApiRequest(number, "get", uri.getRawPath(), "", "");
        }
        String namespace = "";
        if (path.get(at).equals("namespaces") && path.size() > at + 2) {
            namespace = path.get(at + 1);
            at += 2;
        }
        String name = path.size() > at + 1 ? path.get(at + 1) : "";
        String part = path.size() > at + 2 ? "/" + path.get(at + 2) : "";
        boolean watch = String.valueOf(uri.getRawQuery()).matches("(.*&)?watch=(1|true)(&.*)?");
        String verb = switch (method) {
            case "GET" -> watch ? "watch" : name.isEmpty() ? "list" : "get";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> "delete";
            default -> method;
        };
        return new ApiRequest(number, verb, path.get(at) + part, namespace, name);
    }
}
