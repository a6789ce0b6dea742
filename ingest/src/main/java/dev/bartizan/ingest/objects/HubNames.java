package dev.bartizan.ingest.objects;

/** Names of repositories on the hub of Hugging Face: {@code owner/model}. */
final class HubNames {
    /** The hub takes none that is longer. */
    private static final int LONGEST_PART = 96;

    private HubNames() {}

    /** Whether a text is the name of a repository, perhaps with a revision: {@code owner/model:hash}. */
    static boolean isRepository(String text) {
        int slash = text.indexOf('/');
        int colon = text.indexOf(':');
        String name = colon < 0 ? text.substring(slash + 1) : text.substring(slash + 1, Math.max(slash + 1, colon));
        return slash > 0 && isPart(text.substring(0, slash)) && isPart(name);
    }

    private static boolean isPart(String text) {
        boolean hasSmallLetter = false;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean isInside = i > 0 && i < text.length() - 1;
            if (!isPlain(unit) && !(isInside && (unit == '-' || unit == '.')) && unit != '_') {
                return false;
            }
            hasSmallLetter |= Character.isLowerCase(unit) || Character.isDigit(unit);
        }
        // YOUR-ORG/YOUR-MODEL is something to fill in.
        return !text.isEmpty() && text.length() <= LONGEST_PART && (hasSmallLetter || text.length() < 6);
    }

    private static boolean isPlain(char unit) {
        return unit < 0x80 && Character.isLetterOrDigit(unit);
    }
}
