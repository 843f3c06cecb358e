package dev.eso4j.template.functions.urls;

import static dev.eso4j.template.value.GoType.DICT;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.value.GoMap;
import dev.eso4j.template.value.GoType;
import java.util.List;

/** URLs as dicts of their parts, and back. */
public final class UrlFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of("urlParse", "urlJoin");
    }

    @Override
    public void define(Definitions into) {
        into.function("urlParse", STRING).slow().as(call -> parts(UrlParser.parse(call.string(0))));
        into.function("urlJoin", DICT).slow().as(call -> joined(call.map(0)).text());
    }

    private static GoMap parts(Url url) {
        return GoMap.dict()
                .put("scheme", url.scheme())
                .put("host", url.host())
                .put("hostname", url.hostname())
                .put("path", url.path())
                .put("query", url.query())
                .put("opaque", url.opaque())
                .put("fragment", url.fragment())
                .put("userinfo", url.user() == null ? "" : url.user());
    }

    private static Url joined(GoMap parts) {
        String user = part(parts, "userinfo");
        return new Url(
                part(parts, "scheme"),
                part(parts, "opaque"),
                user.isEmpty() ? null : UrlParser.userInfo(user),
                part(parts, "host"),
                part(parts, "path"),
                part(parts, "query"),
                part(parts, "fragment"));
    }

    private static String part(GoMap parts, String name) {
        if (!parts.has(name)) {
            return "";
        } else if (parts.get(name) instanceof String text) {
            return text;
        }
        throw new FunctionException(
                "the value of " + name + " must be a string and is " + GoType.nameOf(parts.get(name)));
    }
}
