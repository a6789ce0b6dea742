package dev.bartizan.ingest.documents;

/** What the name of a file says, with forward slashes as the source reader gives it. */
final class FileName {
    private FileName() {}

    static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The folder it is in; {@code .} for the argument itself. */
    static String folder(String name) {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? "." : name.substring(0, slash);
    }

    /** {@code values.yaml}, {@code values-prod.yaml}, {@code prod-values.yaml}, {@code prod.values.yaml}. */
    static boolean isValues(String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return stem.equals("values")
                || stem.startsWith("values-")
                || stem.startsWith("values.")
                || stem.startsWith("values_")
                || stem.endsWith("-values")
                || stem.endsWith("_values")
                || stem.endsWith(".values");
    }
}
