package dev.bartizan.source;

/** What the explicit tag of a scalar makes of it, as goyaml.v2 does (resolve.go). */
final class Tags {
    private static final String CORE = "tag:yaml.org,2002:";

    private Tags() {}

    /** A number, boolean or null is what its text says, quoted or not; everything else with a tag is a string. */
    static Scalar.Style style(String tag, String text) {
        if (!tag.startsWith(CORE)) {
            return Scalar.Style.TAGGED_STRING;
        }
        ScalarType type = ScalarResolution.typeOf(text);
        boolean agrees = switch (tag.substring(CORE.length())) {
            case "int" -> type == ScalarType.INTEGER;
            case "float" -> type == ScalarType.FLOAT || type == ScalarType.INTEGER;
            case "bool" -> type == ScalarType.BOOLEAN;
            case "null" -> type == ScalarType.NULL;
            default -> false;
        };
        return agrees ? Scalar.Style.PLAIN : Scalar.Style.TAGGED_STRING;
    }
}
