package dev.bartizan.cli;

import dev.bartizan.knowledge.Control;
import dev.bartizan.knowledge.Incident;
import dev.bartizan.knowledge.SecurityPattern;
import dev.bartizan.knowledge.Threat;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.knowledge.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of the guide that lists every threat, incident, pattern and control, made from their definitions. */
final class ThreatsPage {
    private static final Pattern LACKS = Pattern.compile("lacks\\([^,]+, '([^']+)'\\)");
    private static final Map<Pattern, String> TELLERS = Map.of(
            Pattern.compile("\\b(fails|isPrivileged)\\("),
            "checks",
            Pattern.compile("\\b(hasRight|readsOnlyNamed)\\("),
            "rights",
            Pattern.compile("\\b(exposed|reachedBy|reachesOutside|bypass)\\("),
            "network",
            Pattern.compile("\\b(targets|origins|writers|readers|callers|accounts|feeds)\\(|\\bf\\.to\\.outside"),
            "links",
            Pattern.compile("\\btenants\\("),
            "owners");
    private static final Set<String> OF_MANIFESTS = Set.of("checks", "rights", "network", "links", "what it is");

    private final ThreatCatalogue catalogue;
    private final Map<String, String> answered = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    private ThreatsPage(ThreatCatalogue catalogue) {
        this.catalogue = catalogue;
        Vocabulary.load().properties().stream()
                .filter(property -> property.setBy().contains("answer"))
                .forEach(property -> answered.put(camel(property.id()), property.id()));
    }

    private static String camel(String id) {
        return Pattern.compile("-(.)")
                .matcher(id)
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }

    static String of(ThreatCatalogue catalogue) {
        var page = new ThreatsPage(catalogue);
        page.write();
        return String.join("\n", page.lines) + "\n";
    }

    private void write() {
        add("# The catalogue of threats");
        add("<!-- Written by ./dev golden from the definitions of the threats. -->");
        add("Each of these " + catalogue.threats().size()
                + " threats is one YAML file, with the condition under which it is real, its story, its counterparts in MITRE ATLAS, ATT&CK, CWE and the lists of OWASP, "
                + "and examples on which it holds and does not. Severity is that on an asset of middling value; how often a threat comes was judged, not measured. "
                + "[How conditions are decided, and what to answer](threats.md).");
        add(
                "*Told by* says who tells what a condition asks. Checks, links, rights and the network stand in manifests, and "
                        + catalogue.threats().values().stream()
                                .filter(this::isOfManifests)
                                .count()
                        + " threats need nothing else; the others also ask whose a namespace is (`owners`), for an answer, or for somebody's word on a control. "
                        + "Value and sensitivity are assumed from the role unless they are declared.");
        Map<String, List<Threat>> byLayer = catalogue.threats().values().stream()
                .collect(Collectors.groupingBy(
                        threat -> threat.layer().word(), LinkedHashMap::new, Collectors.toList()));
        byLayer.forEach((layer, threats) -> {
            add("## " + layer.substring(0, 1).toUpperCase(Locale.ROOT) + layer.substring(1));
            lines.add("| threat | | patterns | severity | controls | told by |");
            lines.add("|---|---|---|---|---|---|");
            threats.forEach(this::threat);
            add("");
        });
        add("## Incidents");
        add(
                "What happened elsewhere, each a chain of conditions: `bartizan threats incidents` tells whether it would have worked here.");
        lines.add("| incident | when | what it took |");
        lines.add("|---|---|---|");
        catalogue.incidents().values().forEach(this::incident);
        add("");
        add("## Patterns of security");
        add(
                "Shapes that platforms take: `bartizan threats matrix --view patterns` tells which are followed, violated or should be adopted. [How to read it](controls.md).");
        lines.add("| pattern | | asks for |");
        lines.add("|---|---|---|");
        catalogue.patterns().values().forEach(this::pattern);
        add("");
        add("## Controls");
        add(
                "Counterparts are exact where they are the same requirement, partial where they are a part of it, related where they help; a catalogue that is left out has none.");
        lines.add("| control | | lowers | works | put in place in | counterparts | known from |");
        lines.add("|---|---|---|---|---|---|---|");
        catalogue.controls().values().forEach(this::control);
    }

    private void threat(Threat threat) {
        lines.add("| " + threat.id() + " | " + threat.title() + " | "
                + threat.patterns().stream().map(Threat.Pattern::word).collect(Collectors.joining(", ")) + " | "
                + threat.severity().word() + " | " + String.join(", ", threat.controls()) + " | "
                + String.join(", ", tellers(threat)) + " |");
    }

    /** Whether everything that the condition asks stands in manifests. */
    private boolean isOfManifests(Threat threat) {
        return tellers(threat).stream().allMatch(OF_MANIFESTS::contains);
    }

    /** Who tells what the condition asks: what is read first, then what only people know. */
    private List<String> tellers(Threat threat) {
        var tellers = new TreeSet<String>();
        TELLERS.forEach((pattern, teller) -> {
            if (pattern.matcher(threat.when()).find()) {
                tellers.add(teller);
            }
        });
        LACKS.matcher(threat.when())
                .results()
                .map(found -> Objects.requireNonNull(catalogue.controls().get(found.group(1))))
                .forEach(control -> tellers.add(control.attested() ? "somebody's word on " + control.id() : "checks"));
        answered.forEach((name, id) -> {
            if (Pattern.compile("\\." + name + "\\b").matcher(threat.when()).find()) {
                tellers.add("an answer: " + id);
            }
        });
        return tellers.isEmpty()
                ? List.of("what it is")
                : tellers.stream()
                        .sorted(Comparator.comparing((String teller) -> !OF_MANIFESTS.contains(teller))
                                .thenComparing(Comparator.naturalOrder()))
                        .toList();
    }

    private void incident(Incident incident) {
        lines.add("| " + incident.title() + " | " + incident.date() + " | " + incident.affected() + " |");
    }

    private void pattern(SecurityPattern pattern) {
        String requirements = pattern.requirements().stream()
                .map(requirement -> requirement.title() + " (" + requirement.control() + ")")
                .collect(Collectors.joining("; "));
        lines.add("| " + pattern.id() + " | " + pattern.title() + " | " + requirements + " |");
    }

    private void control(Control control) {
        var counterparts = new ArrayList<String>();
        control.maps().nist80053().forEach((id, strength) -> counterparts.add("NIST " + id + " " + word(strength)));
        control.maps().atlas().forEach((id, strength) -> counterparts.add(id + " " + word(strength)));
        control.maps().aiExchange().forEach((id, strength) -> counterparts.add(id + " " + word(strength)));
        lines.add("| " + control.id() + " | " + control.title() + " | " + word(control.effect()) + " | "
                + word(control.phase()) + " | " + word(control.ground()) + " | "
                + String.join(", ", counterparts) + " | " + (control.attested() ? "attestations" : "checks") + " |");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void add(String paragraph) {
        lines.add(paragraph);
        if (!paragraph.isEmpty()) {
            lines.add("");
        }
    }
}
