package dev.eso4j.template.functions.json;

/** An object that is a string in JSON. */
public interface JsonText {
    /** The text of that string, in bytes and without quotes. */
    String jsonText();
}
