package dev.bartizan.source;

import java.math.BigInteger;
import java.util.Optional;

/**
 * What a plain scalar means to the API server: kubectl and the API machinery turn YAML into JSON with sigs.k8s.io/yaml, whose decoder (goyaml.v2,
 * file resolve.go) mixes YAML 1.1 and 1.2. This is the only place that knows it.
 *
 * <p>The words {@code y yes on true} and their opposites are booleans in three spellings each; digits may hold underscores; {@code 0644},
 * {@code 0o644}, {@code 0x1F} and {@code 0b11} are integers; {@code 08} is no octal number and becomes a float; an integer beyond 64 bits becomes a
 * float; a float beyond the range of a double stays a string; dates stay strings; base 60 is not supported.
 */
final class ScalarResolution {
    static final String CORE_TAGS = "tag:yaml.org,2002:";

    private ScalarResolution() {}

    static ScalarType typeOf(String text) {
        if (text.isEmpty()) {
            return ScalarType.NULL;
        }
        return switch (text.charAt(0)) {
            case '~' -> text.length() == 1 ? ScalarType.NULL : ScalarType.STRING;
            case 'n', 'N', 'y', 'Y', 't', 'T', 'f', 'F', 'o', 'O' -> typeOfWord(text);
            case '.', '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> NumberResolution.typeOf(text);
            default -> ScalarType.STRING;
        };
    }

    private static ScalarType typeOfWord(String text) {
        if (isTrue(text) || isFalse(text)) {
            return ScalarType.BOOLEAN;
        }
        return switch (text) {
            case "null", "Null", "NULL" -> ScalarType.NULL;
            default -> ScalarType.STRING;
        };
    }

    static boolean isTrue(String text) {
        return switch (text) {
            case "true", "True", "TRUE", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" -> true;
            default -> false;
        };
    }

    static boolean isFalse(String text) {
        return switch (text) {
            case "false", "False", "FALSE", "n", "N", "no", "No", "NO", "off", "Off", "OFF" -> true;
            default -> false;
        };
    }

    /** The whole number, when it is one and fits into 64 bits. */
    static Optional<Long> integer(String text) {
        return typeOf(text) == ScalarType.INTEGER
                ? NumberResolution.integer(text)
                        .filter(value -> value.bitLength() < 64)
                        .map(BigInteger::longValue)
                : Optional.empty();
    }

    /**
     * Whether a reader of the YAML 1.2 core schema takes this plain scalar for another value than the API server does: {@code yes}, {@code 0644},
     * {@code 1_000}, but not {@code true}, {@code 007} (seven to both) or {@code 0x1F}.
     */
    static boolean differsInYaml12(String text) {
        if (text.isEmpty()) {
            return false;
        }
        return switch (text.charAt(0)) {
            case 'n', 'N', 'y', 'Y', 'o', 'O' -> typeOf(text) == ScalarType.BOOLEAN;
            case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> NumberResolution.differsInYaml12(text);
            default -> false;
        };
    }

    /** The key that a plain scalar makes: keys of JSON objects are strings, so sigs.k8s.io/yaml writes numbers and booleans out. */
    static String keyOf(String text) {
        return switch (typeOf(text)) {
            case STRING, NULL -> text;
            case BOOLEAN -> Boolean.toString(isTrue(text));
            case INTEGER ->
                NumberResolution.integer(text).map(BigInteger::toString).orElse(text);
            case FLOAT -> NumberResolution.floatKey(text);
        };
    }

    /** What an explicit tag makes of a scalar: a number, boolean or null is what its text says, quoted or not; the rest are strings. */
    static Scalar.Style styleOfTagged(String tag, String text) {
        if (!tag.startsWith(CORE_TAGS)) {
            return Scalar.Style.TAGGED_STRING;
        }
        ScalarType type = typeOf(text);
        boolean agrees = switch (tag.substring(CORE_TAGS.length())) {
            case "int" -> type == ScalarType.INTEGER;
            case "float" -> type == ScalarType.FLOAT || type == ScalarType.INTEGER;
            case "bool" -> type == ScalarType.BOOLEAN;
            case "null" -> type == ScalarType.NULL;
            default -> false;
        };
        return agrees ? Scalar.Style.PLAIN : Scalar.Style.TAGGED_STRING;
    }
}
