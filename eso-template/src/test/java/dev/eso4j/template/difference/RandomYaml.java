package dev.eso4j.template.difference;

import java.util.Random;

/** Random documents of YAML: mappings and sequences in each other, with scalars of all kinds, now and then a wrong one. */
final class RandomYaml {
    private final Random random;
    private final StringBuilder text = new StringBuilder();

    private RandomYaml(Random random) {
        this.random = random;
    }

    /** A document as a literal of the template language. */
    static String literal(Random random) {
        RandomYaml yaml = new RandomYaml(random);
        yaml.mapping(0, 2);
        return "\""
                + yaml.text
                        .toString()
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                + "\"";
    }

    private void mapping(int indent, int depth) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            text.append(" ".repeat(indent)).append(random.nextInt(3) > 0 ? "k" + i : key());
            value(": ", ":", indent, depth);
        }
    }

    private void sequence(int indent, int depth) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            text.append(" ".repeat(indent)).append('-');
            value(" ", "", indent + 2, depth);
        }
    }

    private void value(String beforeScalar, String beforeBlock, int indent, int depth) {
        int kind = depth > 0 ? random.nextInt(6) : 0;
        if (kind < 4) {
            text.append(beforeScalar)
                    .append(scalar().replace("\n ", "\n" + " ".repeat(indent + 1)))
                    .append('\n');
        } else {
            text.append(beforeBlock).append('\n');
            if (kind == 4) {
                mapping(indent + 2, depth - 1);
            } else {
                sequence(indent + 2, depth - 1);
            }
        }
    }

    /** Without aliases: {@code *x: y} needs a space before the colon since YAML 1.2, and the parser here follows that. */
    private String key() {
        String key = scalar();
        return key.indexOf('\n') >= 0 || "&-*".indexOf(key.isEmpty() ? ' ' : key.charAt(0)) >= 0 ? "other" : key;
    }

    private String scalar() {
        return Samples.YAML_SCALARS[random.nextInt(Samples.YAML_SCALARS.length)];
    }
}
