package dev.bartizan.cli;

import dev.bartizan.knowledge.Control;
import dev.bartizan.knowledge.Incident;
import dev.bartizan.knowledge.SecurityPattern;
import dev.bartizan.knowledge.Threat;
import dev.bartizan.knowledge.ThreatCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of the guide that lists every threat, incident, pattern and control, made from their definitions. */
final class ThreatsPage {
    private final ThreatCatalogue catalogue;
    private final List<String> lines = new ArrayList<>();

    private ThreatsPage(ThreatCatalogue catalogue) {
        this.catalogue = catalogue;
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
        Map<String, List<Threat>> byLayer = catalogue.threats().values().stream()
                .collect(Collectors.groupingBy(
                        threat -> threat.layer().word(), LinkedHashMap::new, Collectors.toList()));
        byLayer.forEach((layer, threats) -> {
            add("## " + layer.substring(0, 1).toUpperCase(Locale.ROOT) + layer.substring(1));
            lines.add("| threat | | patterns | severity | controls |");
            lines.add("|---|---|---|---|---|");
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
                + threat.severity().word() + " | " + String.join(", ", threat.controls()) + " |");
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
