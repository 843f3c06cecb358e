package dev.eso4j.template.value;

/** A {@code complex128}. */
public record GoComplex(double real, double imaginary) {
    @Override
    public String toString() {
        return "complex128";
    }
}
