package dev.bartizan.exchange.dialect;

/**
 * One text where we have a name and a description: the name is the first paragraph if it is short, else the beginning of the text.
 *
 * @param description empty when the name says it all
 */
public record Wording(String name, String description) {
    private static final int LONGEST_NAME = 120;
    private static final String BREAK = "\n\n";
    private static final String MORE = "…";

    public static Wording of(String text) {
        int end = text.indexOf(BREAK);
        String first = end < 0 ? text : text.substring(0, end);
        boolean isName = first.length() <= LONGEST_NAME && first.indexOf('\n') < 0 && !first.isBlank();
        if (isName) {
            return new Wording(first, end < 0 ? "" : text.substring(end + BREAK.length()));
        }
        String line = text.strip().lines().findFirst().orElse("");
        return new Wording(line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME) + MORE, text);
    }

    /** The one text again. */
    public String text() {
        String begin = name.endsWith(MORE) ? name.substring(0, name.length() - 1) : name;
        if (description.isEmpty()) {
            return name;
        }
        return description.strip().startsWith(begin) ? description : name + BREAK + description;
    }
}
