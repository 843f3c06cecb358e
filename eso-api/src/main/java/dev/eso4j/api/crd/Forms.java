package dev.eso4j.api.crd;

/** Forms of names, durations, URLs, references and expressions that many fields share, as patterns and as rules. */
public final class Forms {
    /** The name of most objects: lower-case labels, separated by dots. */
    public static final String DNS_SUBDOMAIN = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";

    /** The name of a namespace: one lower-case label. */
    public static final String DNS_LABEL = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";

    /** A key of a Secret or ConfigMap. */
    public static final String DATA_KEY = "^[-._a-zA-Z0-9]+$";

    /** Five fields of cron, or a word such as {@code @daily}. */
    public static final String CRON =
            "^(@(annually|yearly|monthly|weekly|daily|midnight|hourly)|@every [^\\s]+.*|[^\\s]+( [^\\s]+){4})$";

    private static final String DURATION =
            "'^[-+]?(0|(([0-9]+[.]?[0-9]*|[.][0-9]+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)$'";

    /** The rule that a string is a duration in the syntax of Go, of at most 292 years; it may be negative. */
    public static final String IS_DURATION =
            "self.matches(" + DURATION + ") && duration(self) <= duration('2562047h47m16s')";

    /** What is said of a string that is not one. */
    public static final String NOT_DURATION =
            "a duration is a number and a unit out of h, m, s, ms, us and ns, such as 1h30m; days are written in hours, 24h";

    /** The rule that a whole number of seconds or a duration is not negative. */
    public static final String IS_INTERVAL =
            "type(self) == int ? self >= 0 : (self.matches(" + DURATION + ") && duration(self) >= duration('0s'))";

    /** The rule that a string is not empty, where the schema may not say so. */
    public static final String NOT_EMPTY = "self != ''";

    /** Put before another rule, the rule that a string is empty or follows that one. */
    public static final String EMPTY_OR = "self == '' || ";

    /** The rule that a reference names a Secret and a key in it. */
    public static final String NAMES_A_KEY = "has(self.name) && has(self.key)";

    /** What is said of a reference that does not. */
    public static final String NAMES_NO_KEY = "give both the name of the Secret and the key in it";

    /** The rule that a value stands in {@code value} or where {@code secretRef} says, and not in both. */
    public static final String VALUE_OR_REFERENCE = "(has(self.value) && self.value != '') != has(self.secretRef)";

    /** The rule that a string is a URL with a scheme and a host, such as {@code https://vault.example.com:8200/base}. */
    public static final String IS_URL = "isURL(self) && url(self).getScheme() != '' && url(self).getHost() != ''";

    /** The rule that a string is a URL of http or https with a host. */
    public static final String IS_HTTP_URL =
            "isURL(self) && url(self).getScheme() in ['http', 'https'] && url(self).getHost() != ''";

    /** The rule that a string is a URL of https with a host. */
    public static final String IS_HTTPS_URL =
            "isURL(self) && url(self).getScheme() == 'https' && url(self).getHost() != ''";

    /** The rule that a string is a regular expression of the RE2 syntax; bound the string with {@link Length}. */
    public static final String IS_RE2 = "'a'.matches(self) in [true, false]";

    /** What is said of a string that is not one. */
    public static final String NOT_RE2 =
            "this is not a regular expression of the RE2 syntax: correct it, and mind that RE2 has no lookaround and no back-references";

    /** A UUID; the dashes may be absent. */
    public static final String UUID =
            "^[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}$";

    private Forms() {}
}
