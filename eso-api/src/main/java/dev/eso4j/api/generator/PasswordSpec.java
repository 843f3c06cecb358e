package dev.eso4j.api.generator;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.ItemCount;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.ListKind;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a password is made.
 *
 * @param length How many characters the password has before it is encoded; 24 unless given.
 * @param digits How many of them are digits; a quarter of the length, rounded down, when absent. At most 10 without
 *     {@code allowRepeat}.
 * @param symbols How many of them are symbols; a quarter of the length, rounded down, when absent.
 * @param symbolCharacters The symbols to draw from, such as {@code -_$@};
 *     <code>~!@#$%^&amp;*()_+`-={}|[]\:"&lt;&gt;?,./</code> when absent or empty.
 * @param noUpper Leaves out the upper-case letters; false unless given.
 * @param allowRepeat Whether a character may occur more than once; false unless given, which limits the length to 43
 *     with default counts.
 * @param secretKeys The keys of the result; each gets a password of its own. One key, {@code password}, when absent.
 * @param encoding How the password is encoded in the result: not at all ({@code raw}, the default), in {@code base64},
 *     {@code base64url} or {@code base32} with padding, or in lower-case {@code hex}.
 */
@ModelRecord
@Rule(
        check =
                "(has(self.digits) ? self.digits : (self.length > 0 ? self.length : 24) / 4) + (has(self.symbols) ? self.symbols : (self.length > 0 ? self.length : 24) / 4) <= (self.length > 0 ? self.length : 24)",
        message = "digits and symbols leave no room for each other: together they may not be more than length")
@Rule(
        check = "self.allowRepeat || (has(self.digits) ? self.digits : (self.length > 0 ? self.length : 24) / 4) <= 10",
        message = "there are only 10 different digits: set allowRepeat, or digits to at most 10")
@Rule(
        check =
                "self.allowRepeat || (self.length > 0 ? self.length : 24) - (has(self.digits) ? self.digits : (self.length > 0 ? self.length : 24) / 4) - (has(self.symbols) ? self.symbols : (self.length > 0 ? self.length : 24) / 4) <= (self.noUpper ? 26 : 52)",
        message =
                "there are not enough different letters, 52, or 26 with noUpper: set allowRepeat, or a smaller length")
public record PasswordSpec(
        @Default("24") Integer length,
        @Nullable Integer digits,
        @Nullable Integer symbols,
        @Nullable String symbolCharacters,
        @Default("false") Boolean noUpper,
        @Default("false") Boolean allowRepeat,
        @ListKind("set") @ItemCount(min = 1) List<@Length(min = 1) String> secretKeys,

        @OneOf({"base64", "base64url", "base32", "hex", "raw"}) @Default("\"raw\"") @Nullable
        String encoding) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public PasswordSpec {
        secretKeys = secretKeys == null ? List.of() : List.copyOf(secretKeys);
    }
}
