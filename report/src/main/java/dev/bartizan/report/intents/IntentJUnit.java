package dev.bartizan.report.intents;

import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** Intents as JUnit's XML: what broke failed, what is undecided or about nobody was skipped, with the reason. */
final class IntentJUnit {
    private IntentJUnit() {}

    static String of(List<IntentResult> results) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        long broken = results.stream()
                .filter(result -> result.verdict() == Verdict.BROKEN)
                .count();
        long proven = results.stream()
                .filter(result -> result.verdict() == Verdict.PROVEN)
                .count();
        xml.append("<testsuite name=\"bartizan network check\" tests=\"")
                .append(results.size())
                .append("\" failures=\"")
                .append(broken)
                .append("\" errors=\"0\" skipped=\"")
                .append(results.size() - broken - proven)
                .append("\">\n");
        results.forEach(result -> xml.append("  <testcase classname=\"intents\" name=\"")
                .append(escaped(result.id() + ": " + result.title()))
                .append("\">")
                .append(outcome(result))
                .append("</testcase>\n"));
        return xml.append("</testsuite>\n").toString();
    }

    private static String outcome(IntentResult result) {
        String message = escaped(result.verdict() + ": " + Sentences.count(result));
        return switch (result.verdict()) {
            case PROVEN -> "";
            case BROKEN -> "<failure message=\"" + message + "\">" + escaped(examples(result)) + "</failure>";
            case UNDECIDED, VACUOUS -> "<skipped message=\"" + message + "\"/>";
        };
    }

    private static String examples(IntentResult result) {
        return result.examples().stream()
                .map(example -> example.from() + " => " + example.to() + " " + example.port() + "\n"
                        + example.path().stream()
                                .map(step -> "  " + step.statement()
                                        + Sentences.place(step).orElse("") + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    /** XML 1.0 has no way to write most control characters. */
    private static String escaped(String text) {
        var xml = new StringBuilder(text.length());
        text.codePoints().forEach(unit -> {
            switch (unit) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\n' -> xml.append("&#10;");
                default -> xml.appendCodePoint(isCharacter(unit) ? unit : '\uFFFD');
            }
        });
        return xml.toString();
    }

    private static boolean isCharacter(int unit) {
        return unit >= 0x20 && (unit < 0xD800 || unit > 0xDFFF) && unit != 0xFFFE && unit != 0xFFFF;
    }
}
