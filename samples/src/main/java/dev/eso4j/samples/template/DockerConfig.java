package dev.eso4j.samples.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.eso4j.template.TemplateEngine;
import dev.eso4j.template.TemplateException;
import java.util.Map;

/** Renders the template that people write for a registry's pull secret. */
public final class DockerConfig {
    private DockerConfig() {}

    /** Prints the size of the result, and never a value. */
    public static void main(String[] args) {
        System.out.println(rendered().length + " bytes");
    }

    static byte[] rendered() {
        // README: begin
        Map<String, byte[]> values = Map.of("user", "ada".getBytes(UTF_8), "password", "s3cret".getBytes(UTF_8));
        byte[] config = TemplateEngine.standard().render("""
                {"auths":{"registry.example":{"auth":{{ printf "%s:%s" .user .password | b64enc | toJson }}}}}""", values);
        // README: end
        return config;
    }

    /** What is wrong with a template, as a line for its author. */
    static String mistake(String template) {
        try {
            TemplateEngine.standard().parse("data.config", template).execute(Map.of());
            return "";
        } catch (TemplateException e) {
            return "line " + e.line() + ": " + e.reason();
        }
    }
}
