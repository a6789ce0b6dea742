package dev.bartizan.cli;

import dev.bartizan.knowledge.Check;
import dev.bartizan.knowledge.CheckCase;
import dev.bartizan.knowledge.CheckFamily;
import dev.bartizan.knowledge.CheckFix;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.NodeAgent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page of the guide that describes every check, made from their definitions. */
final class ChecksPage {
    private final Checks checks;
    private final List<String> lines = new ArrayList<>();

    private ChecksPage(Checks checks) {
        this.checks = checks;
    }

    static String of(Checks checks) {
        var page = new ChecksPage(checks);
        page.write();
        return String.join("\n", page.lines) + "\n";
    }

    private void write() {
        Map<String, List<Check>> byArea = checks.all().stream()
                .collect(Collectors.groupingBy(Check::area, LinkedHashMap::new, Collectors.toList()));
        add("# The checks");
        add("<!-- Written by ./dev golden from the definitions of the checks. -->");
        add(
                "Each of these " + checks.all().size()
                        + " checks is one YAML file, with its condition, its fix and its own examples. A finding's severity starts "
                        + "from the check's and is raised by one level where the workload is exposed or holds strong rights; `bartizan explain` tells how it came to be. "
                        + "What the catalogue knows besides, and why it is not here yet: [checks that are not there yet](checks-left-out.md).");
        lines.add("| check | | severity |");
        lines.add("|---|---|---|");
        byArea.forEach((area, some) -> some.forEach(check -> lines.add("| [" + check.id() + "](#" + anchor(check)
                + ") | " + check.title() + " | " + check.severity().word() + " |")));
        add("");
        families();
        agents();
        byArea.forEach((area, some) -> {
            add("## " + capital(area));
            some.forEach(this::check);
        });
        lines.removeLast();
    }

    private void families() {
        add("## Families");
        add("Checks with one cause are one finding, called by the name of their family.");
        var names = new TreeSet<String>();
        checks.all().forEach(check -> check.family().ifPresent(names::add));
        names.add(CheckFamily.BY_DESIGN);
        names.add(CheckFamily.NOT_DECIDED);
        lines.add("| family | finding | checks |");
        lines.add("|---|---|---|");
        for (String name : names) {
            String members = checks.all().stream()
                    .filter(check -> check.family().equals(Optional.of(name)))
                    .map(Check::id)
                    .collect(Collectors.joining(", "));
            lines.add("| `" + name + "` | "
                    + checks.family(name).map(CheckFamily::title).orElseThrow() + " | "
                    + (members.isEmpty() ? "whichever applies" : members) + " |");
        }
        add("");
    }

    private void agents() {
        add("## Node agents");
        add(
                "What these cannot do without is by design, as far as their images, their namespaces and the values go; whatever goes beyond is a finding.");
        lines.add("| agent | namespaces | checks |");
        lines.add("|---|---|---|");
        NodeAgent.load()
                .forEach(agent -> lines.add("| " + agent.name() + " | " + String.join(", ", agent.namespaces()) + " | "
                        + String.join(", ", agent.needs().keySet()) + " |"));
        add("");
    }

    private void check(Check check) {
        add("### " + check.id() + ": " + check.title());
        add("**" + capital(check.severity().word()) + "**, about " + subjects(check) + "; layer "
                + check.layer().word()
                + check.family().map(family -> ", family `" + family + "`").orElse("") + ".");
        add(check.why());
        add("*Fix" + (check.fix().mode() == CheckFix.Mode.GUIDED ? ", after a look at what would change" : "") + ":* "
                + check.fix().how());
        var more = new ArrayList<String>();
        check.adjust()
                .forEach(adjustment -> more.add(
                        "- " + capital(adjustment.severity().word()) + " where " + adjustment.because() + "."));
        check.absenceOf()
                .ifPresent(absence -> more.add("- Confirmed only where the input is complete for the "
                        + absence.in().name().toLowerCase(Locale.ROOT) + "; else the question is: "
                        + absence.question()));
        check.parameters()
                .forEach((name, parameter) -> more.add("- Parameter `" + name + "`: " + parameter.meaning()
                        + (parameter.defaults().isEmpty()
                                ? ""
                                : " Default: " + String.join(", ", parameter.defaults()) + ".")));
        if (!check.supersedes().isEmpty()) {
            more.add("- Says more than " + String.join(", ", check.supersedes())
                    + ", which it replaces on the same value.");
        }
        more.add("- Evidence for " + String.join(", ", check.controls()) + "; " + mappings(check.maps()));
        check.references().forEach(reference -> more.add("- <" + reference + ">"));
        add(String.join("\n", more));
    }

    private static String subjects(Check check) {
        return check.cases().stream().map(ChecksPage::subject).distinct().collect(Collectors.joining(", "));
    }

    private static String subject(CheckCase one) {
        String kinds = one.match()
                .map(CheckCase.Match::kinds)
                .filter(list -> !list.isEmpty())
                .map(list -> String.join(", ", list))
                .orElse("objects");
        return switch (one.target()) {
            case CONTAINER -> "containers";
            case POD -> "pods";
            case NAMESPACE -> "namespaces";
            case OBJECT -> kinds;
        };
    }

    private static String mappings(Check.Counterparts maps) {
        var all = new ArrayList<String>();
        named("NIST SP 800-53 ", maps.nist80053(), all);
        named("NSA/CISA ", maps.nsaCisa(), all);
        named("PSS ", maps.pss(), all);
        named("ATLAS ", maps.atlas(), all);
        return all.isEmpty() ? "no counterpart in the frameworks" : String.join(", ", all);
    }

    private static void named(
            String framework, SortedMap<String, Check.Counterparts.Strength> counterparts, List<String> all) {
        counterparts.forEach((id, strength) ->
                all.add(framework + id + " (" + strength.name().toLowerCase(Locale.ROOT) + ")"));
    }

    /** As forges make it of a heading. */
    private static String anchor(Check check) {
        return (check.id() + " " + check.title())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** A paragraph, with an empty line after it. */
    private void add(String paragraph) {
        if (!paragraph.isEmpty()) {
            lines.addAll(paragraph.lines().toList());
        }
        lines.add("");
    }
}
