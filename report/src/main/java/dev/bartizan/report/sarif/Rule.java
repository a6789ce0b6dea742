package dev.bartizan.report.sarif;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Severity;
import dev.bartizan.snapshot.JsonOutput;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A check that ran, with or without findings, or a family of checks that has findings.
 *
 * @param severity of a check, before circumstances; of a family, the worst of its findings
 * @param remedy empty when nothing was found, since then nobody said it
 * @param layers of the assets it was found on
 */
record Rule(
        String id,
        String title,
        Severity severity,
        String remedy,
        SortedSet<String> layers,
        SortedSet<String> references) {
    /** What GitHub code scanning takes. */
    private static final int MOST_TAGS = 20;

    private static final Pattern WEAKNESS = Pattern.compile("CWE-(\\d{1,5})");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    /** By id. */
    static Collection<Rule> of(ControlFacts controls) {
        var rules = new TreeMap<String, Rule>();
        for (Finding finding : controls.findings()) {
            rules.merge(finding.rule(), of(finding), Rule::join);
        }
        for (CheckResult check : controls.checks()) {
            rules.merge(check.check(), of(check), Rule::define);
        }
        return rules.values();
    }

    private static Rule of(Finding finding) {
        // A roll-up's title counts what it found; of the family only its name is the same in all of its findings.
        String title = finding.isRollUp() ? words(finding.rule()) : finding.title();
        return new Rule(
                finding.rule(),
                title,
                finding.severity(),
                finding.remedy(),
                new TreeSet<>(List.of(finding.layer().word())),
                new TreeSet<>(finding.references()));
    }

    private static Rule of(CheckResult check) {
        return new Rule(check.check(), check.title(), check.severity(), "", new TreeSet<>(), new TreeSet<>());
    }

    private Rule join(Rule other) {
        var worst = severity.compareTo(other.severity) >= 0 ? severity : other.severity;
        layers.addAll(other.layers);
        references.addAll(other.references);
        return new Rule(id, title, worst, remedy, layers, references);
    }

    private Rule define(Rule check) {
        return new Rule(id, check.title, check.severity, remedy, layers, references);
    }

    /** {@code pod-security-restricted} as {@code Pod security restricted}. */
    private static String words(String id) {
        return capitalized(id.replace('-', ' '));
    }

    private static String capitalized(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** @param explanation why it matters; empty when not known */
    void write(JsonOutput json, String explanation) {
        json.object().text("id", id).text("name", name());
        Message.write(json, "shortDescription", title);
        Message.write(json, "fullDescription", explanation.isEmpty() ? title : explanation);
        json.object("help")
                .text("text", Message.escaped(Message.of(List.of(title, explanation, remedy))))
                .text("markdown", markdown(explanation))
                .end();
        json.object("defaultConfiguration").text("level", Level.of(severity)).end();
        json.object("properties")
                .text("security-severity", Level.score(severity))
                .texts("tags", tags())
                .end();
        json.end();
    }

    /** The title as an identifier: {@code ContainerRunsPrivileged}. */
    private String name() {
        return WORD.matcher(title)
                .results()
                .map(word -> capitalized(word.group()))
                .collect(Collectors.joining());
    }

    private List<String> tags() {
        return Stream.of(
                        Stream.of("security"),
                        layers.stream(),
                        references.stream().map(Rule::tag))
                .flatMap(Function.identity())
                .distinct()
                .limit(MOST_TAGS)
                .toList();
    }

    /** A weakness in the form by which GitHub knows it. */
    private static String tag(String reference) {
        Matcher weakness = WEAKNESS.matcher(reference);
        return weakness.matches() ? "external/cwe/cwe-" + weakness.group(1) : reference;
    }

    private String markdown(String explanation) {
        return Message.escaped(Stream.of(
                                "**" + title + "**",
                                explanation,
                                remedy.isEmpty() ? "" : "**Remedy:** " + remedy,
                                references.stream()
                                        .map(reference -> "* " + reference)
                                        .collect(Collectors.joining("\n")))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n\n")))
                // SARIF forbids HTML in formatted messages (3.11.4.2).
                .replace("<", "&lt;");
    }
}
