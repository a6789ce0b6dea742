package dev.bartizan.exchange;

import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.ThreatModel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A threat model on one page: how much of what there is, where things stand, and in which state its threats are. */
final class ModelSummary {
    private static final int MOST_LINES = 12;
    private static final int LONGEST_NAME = 60;

    private final ThreatModelFile file;
    private final ThreatModel model;
    private final StringBuilder out = new StringBuilder();

    private ModelSummary(ThreatModelFile file) {
        this.file = file;
        this.model = file.model();
    }

    static String of(ThreatModelFile file) {
        var summary = new ModelSummary(file);
        summary.write();
        return summary.out.toString();
    }

    private void write() {
        line(clip(model.header().name()) + "  (" + file.source() + ")");
        for (Kind kind : Kind.values()) {
            List<Part> parts = model.parts(kind);
            if (kind != Kind.MODEL && !parts.isEmpty()) {
                line(String.format(Locale.ROOT, "  %-14s %6d", kind.plural(), parts.size()) + detail(kind, parts));
            }
        }
        zones();
        tally("Threats by severity", model.threats(), threat -> threat.texts(Field.SEVERITY));
        tally("Threats by category", model.threats(), threat -> threat.texts(Field.CATEGORIES));
        unanswered();
        List<Loss> kept = file.kept();
        if (!kept.isEmpty()) {
            line("");
            line(
                    file.isWritten()
                            ? "Only " + file.source()
                                    + " can say these; they are kept for it and left out of other formats:"
                            : "Only " + file.source() + " can say these; they are left out:");
            LossList.of(kept).grouped().forEach(text -> line("  " + text));
        }
    }

    private String detail(Kind kind, List<Part> parts) {
        return switch (kind) {
            case THREAT, CONTROL, ASSUMPTION, RISK -> "   " + words(parts, Field.STATUS, "no status");
            case ASSET -> "   " + words(parts, Field.CATEGORY, "no category");
            case MODEL, ZONE, BOUNDARY, LINK, DATA, PERSONA, DIAGRAM -> "";
        };
    }

    private static String words(List<Part> parts, Field field, String otherwise) {
        return tally(parts, part -> List.of(part.text(field, otherwise)));
    }

    private static String tally(List<Part> parts, Function<Part, List<String>> words) {
        return counts(parts, words).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> clip(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Long> counts(List<Part> parts, Function<Part, List<String>> words) {
        return parts.stream()
                .flatMap(part -> words.apply(part).stream())
                .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
    }

    private void tally(String title, List<Part> parts, Function<Part, List<String>> words) {
        String tally = tally(parts, words);
        if (!tally.isEmpty()) {
            line(title + ": " + tally);
        }
    }

    private void zones() {
        if (model.zones().isEmpty()) {
            return;
        }
        Map<String, Long> assets = counts(
                model.assets(),
                asset -> model.zoneOf(asset).map(Part::id).map(List::of).orElse(List.of()));
        line("");
        line("Zones:");
        model.zones().stream().limit(MOST_LINES).forEach(zone -> {
            String rating = zone.text(Field.TRUST)
                    .map(trust -> " (trust " + trust + ")")
                    .orElse("");
            line("  " + clip(zone.name()) + rating + ": " + assets.getOrDefault(zone.id(), 0L) + " assets");
        });
        if (model.zones().size() > MOST_LINES) {
            line("  and " + (model.zones().size() - MOST_LINES) + " more");
        }
        line("");
    }

    /** What a reviewer asks first: what is open and nobody does anything about. */
    private void unanswered() {
        Map<String, List<Part>> controls = model.controlsByThreat();
        List<Part> open = model.threats().stream()
                .filter(threat -> threat.text(Field.STATUS, "open").equals("open"))
                .filter(threat -> !controls.containsKey(threat.id()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        line("");
        line("Open, and no control is named (" + open.size() + " of "
                + model.threats().size() + " threats):");
        open.stream().limit(MOST_LINES).forEach(threat -> line("  " + threat.location() + "  " + clip(threat.name())));
        if (open.size() > MOST_LINES) {
            line("  and " + (open.size() - MOST_LINES) + " more");
        }
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }

    private static String clip(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME) + "…";
    }
}
