package dev.eso4j.template.functions.regex;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of Unicode's categories and scripts, as Go takes them and as RE2/J does. */
final class CharacterNames {
    private static final String CATEGORIES = "L Letter,Lu UppercaseLetter,Ll LowercaseLetter,Lt TitlecaseLetter,"
            + "Lm ModifierLetter,Lo OtherLetter,M Mark,M CombiningMark,Mn NonspacingMark,Mc SpacingMark,Me EnclosingMark,"
            + "N Number,Nd DecimalNumber,Nd digit,Nl LetterNumber,No OtherNumber,P Punctuation,P punct,Pc ConnectorPunctuation,"
            + "Pd DashPunctuation,Ps OpenPunctuation,Pe ClosePunctuation,Pi InitialPunctuation,Pf FinalPunctuation,"
            + "Po OtherPunctuation,S Symbol,Sm MathSymbol,Sc CurrencySymbol,Sk ModifierSymbol,So OtherSymbol,Z Separator,"
            + "Zs SpaceSeparator,Zl LineSeparator,Zp ParagraphSeparator,C Other,Cc Control,Cc cntrl,Cf Format,Cs Surrogate,"
            + "Co PrivateUse,Any Any";

    private static final Map<String, String> NAMES = names();

    private CharacterNames() {}

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (Character.UnicodeScript script : Character.UnicodeScript.values()) {
            String name = Arrays.stream(script.name().split("_", -1))
                    .map(word -> word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining("_"));
            names.put(loose(name), name);
        }
        names.put("signwriting", "SignWriting");
        for (String category : CATEGORIES.split(",", -1)) {
            int space = category.indexOf(' ');
            names.put(loose(category.substring(0, space)), category.substring(0, space));
            names.put(loose(category.substring(space + 1)), category.substring(0, space));
        }
        return names;
    }

    private static String loose(String name) {
        return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    }

    /** How RE2/J is told of a class, within a class in brackets or outside of one; a name that is none is left to it. */
    static String written(String name, boolean negated, boolean within) {
        String loose = loose(name);
        String ranges = switch (loose) {
            case "ascii" -> negated ? "\\x80-\\x{10FFFF}" : "\\x00-\\x7F";
            case "lc", "casedletter" -> "\\p{Lu}\\p{Ll}\\p{Lt}";
            default -> "";
        };
        if (ranges.isEmpty() || negated && within && !loose.equals("ascii")) {
            return (negated ? "\\P{" : "\\p{") + NAMES.getOrDefault(loose, name) + "}";
        } else if (within) {
            return ranges;
        }
        return (negated && !loose.equals("ascii") ? "[^" : "[") + ranges + "]";
    }
}
