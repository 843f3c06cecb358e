package dev.eso4j.template.functions.urls;

/** URLs as text. */
public final class UrlText {
    private UrlText() {}

    /** A URL taken apart and written again. */
    public static String again(String url) {
        return UrlParser.parse(url).text();
    }
}
