package dev.bartizan.report.document;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The style sheet in a picture of ours: rules for one class, one kind of element or what stands in a marker; colours by name of a variable. No media. */
final class PictureStyle {
    private static final Pattern MEDIA = Pattern.compile("@media[^{]*\\{(?:[^{}]*\\{[^{}]*})*[^{}]*}");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern VARIABLE = Pattern.compile("var\\((--[a-z]+)\\)");

    private final Map<String, String> variables = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    private record Rule(String selector, Map<String, String> declarations) {}

    PictureStyle(String sheet) {
        Matcher matcher = RULE.matcher(MEDIA.matcher(sheet).replaceAll(""));
        while (matcher.find()) {
            Map<String, String> declarations = declarations(matcher.group(2));
            for (String selector : matcher.group(1).strip().split(",", -1)) {
                if (selector.equals("svg")) {
                    variables.putAll(declarations);
                } else {
                    rules.add(new Rule(selector.strip(), declarations));
                }
            }
        }
    }

    private static Map<String, String> declarations(String text) {
        var declarations = new HashMap<String, String>();
        for (String each : text.split(";", -1)) {
            int colon = each.indexOf(':');
            if (colon > 0) {
                declarations.put(
                        each.substring(0, colon).strip(),
                        each.substring(colon + 1).strip());
            }
        }
        return declarations;
    }

    /**
     * What holds for an element.
     *
     * @param classes of the attribute {@code class}
     */
    Properties of(String element, String classes) {
        List<String> names = List.of(classes.split(" ", -1));
        var found = new HashMap<String, String>();
        for (Rule rule : rules) {
            boolean isMeant = rule.selector.equals(element)
                    || (rule.selector.startsWith(".") && names.contains(rule.selector.substring(1)));
            if (isMeant) {
                found.putAll(rule.declarations);
            }
        }
        return new Properties(found);
    }

    /** The values that hold for one element. */
    final class Properties {
        private final Map<String, String> values;

        private Properties(Map<String, String> values) {
            this.values = values;
        }

        Optional<String> text(String name) {
            return Optional.ofNullable(values.get(name)).map(value -> {
                Matcher variable = VARIABLE.matcher(value);
                return variable.matches() ? variables.getOrDefault(variable.group(1), "none") : value;
            });
        }

        double number(String name, double otherwise) {
            return text(name)
                    .map(value -> Double.parseDouble(value.replace("px", "").replace("em", "")))
                    .orElse(otherwise);
        }

        /** Empty: nothing is painted. */
        Optional<Color> colour(String name, String otherwise, double opacity) {
            String value = text(name).orElse(otherwise);
            if (!value.startsWith("#")) {
                return Optional.empty();
            }
            String digits = value.length() == 4
                    ? "" + value.charAt(1) + value.charAt(1) + value.charAt(2) + value.charAt(2) + value.charAt(3)
                            + value.charAt(3)
                    : value.substring(1);
            int rgb = Integer.parseInt(digits, 16);
            return Optional.of(
                    new Color((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF, (int) Math.round(255 * opacity)));
        }
    }
}
