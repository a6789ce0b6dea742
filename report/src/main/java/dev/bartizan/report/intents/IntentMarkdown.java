package dev.bartizan.report.intents;

import dev.bartizan.graph.IntentResult;
import java.util.ArrayList;
import java.util.List;

/** Intents for a pull request: a table, then a section for each that does not hold. */
final class IntentMarkdown {
    private IntentMarkdown() {}

    static String of(List<IntentResult> results) {
        var lines = new ArrayList<String>(List.of(Sentences.summary(results), ""));
        lines.add("| intent | verdict | |");
        lines.add("|--------|---------|-|");
        results.forEach(result ->
                lines.add("| " + cell(result.title()) + " | " + result.verdict().word() + " | "
                        + cell(String.join("; ", Sentences.count(result), String.join("; ", result.notes()))) + " |"));
        results.stream().filter(result -> !result.examples().isEmpty()).forEach(result -> {
            lines.addAll(List.of("", "### " + escaped(result.title()), "", escaped(result.why()), ""));
            result.examples().forEach(example -> add(example, lines));
        });
        results.stream().filter(result -> !result.breaches().isEmpty()).forEach(result -> {
            lines.addAll(List.of(
                    "", "### " + escaped(result.title()), "", "Holds only against those without these rights:", ""));
            result.breaches()
                    .forEach(breach -> lines.add(
                            "- " + escaped(breach.call()) + ": " + escaped(Sentences.names(breach.principals())) + " "
                                    + code(breach.evidence().toString())));
        });
        return String.join("\n", lines) + "\n";
    }

    private static void add(IntentResult.Example example, List<String> lines) {
        lines.add("- " + code(example.from()) + " → " + code(example.to()) + " at " + example.port());
        example.path()
                .forEach(step -> lines.add("    - " + escaped(step.statement())
                        + Sentences.place(step)
                                .map(place -> " " + code(place.strip()))
                                .orElse("")));
    }

    private static String cell(String text) {
        return escaped(text.endsWith("; ") ? text.substring(0, text.length() - 2) : text);
    }

    /** Names come from manifests: they may not become markup. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}]", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }

    private static String code(String text) {
        return "`" + text.replaceAll("[\\p{Cntrl}`]", " ") + "`";
    }
}
