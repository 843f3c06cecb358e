package dev.eso4j.template.parse;

import java.util.function.IntPredicate;

/** Finds where a number ends; whether it is one that can be represented is not looked at. */
final class NumberScan {
    private NumberScan() {}

    /** Passes a number; false if a letter or digit follows that does not belong to it, which is passed as well. */
    static boolean number(Cursor cursor) {
        cursor.acceptOne("+-");
        IntPredicate digits = NumberScan::decimal;
        boolean decimal = true;
        boolean hex = false;
        if (cursor.acceptOne("0")) {
            if (cursor.acceptOne("xX")) {
                digits = c -> decimal(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
                hex = true;
                decimal = false;
            } else if (cursor.acceptOne("oO")) {
                digits = c -> c >= '0' && c <= '7' || c == '_';
                decimal = false;
            } else if (cursor.acceptOne("bB")) {
                digits = c -> c == '0' || c == '1' || c == '_';
                decimal = false;
            }
        }
        cursor.accept(digits);
        if (cursor.acceptOne(".")) {
            cursor.accept(digits);
        }
        if (decimal && cursor.acceptOne("eE") || hex && cursor.acceptOne("pP")) {
            cursor.acceptOne("+-");
            cursor.accept(NumberScan::decimal);
        }
        cursor.acceptOne("i");
        if (Cursor.alphanumeric(cursor.peek())) {
            cursor.advance();
            return false;
        }
        return true;
    }

    private static boolean decimal(int c) {
        return Cursor.digit(c) || c == '_';
    }
}
