package dev.bartizan.assess;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Authentication;
import dev.bartizan.knowledge.CheckFamily;
import dev.bartizan.knowledge.Creation;
import dev.bartizan.knowledge.Signature;
import dev.bartizan.knowledge.Signature.Need;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is known of the component that an asset is: its ports, who is let in, what it needs, what is made of it, what is normal for it. */
public final class ComponentExplanation {
    private final Snapshot snapshot;
    private final Signatures signatures = Signatures.load();

    public ComponentExplanation(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** In the order in which a reader asks; empty when nothing is known. */
    public List<Section> of(int index) {
        Asset asset = snapshot.platform().asset(index);
        var sections = new ArrayList<Section>();
        asset.classification()
                .component()
                .flatMap(signatures::component)
                .ifPresent(signature -> sections.addAll(facts(signature, asset)));
        sections.add(new Section("Privileged by design, so no finding", byDesign(asset)));
        return sections.stream().filter(section -> !section.entries().isEmpty()).toList();
    }

    private List<Section> facts(Signature signature, Asset asset) {
        var peers = new Peers(snapshot.platform(), asset);
        return List.of(
                section("Ports of " + signature.name(), signature.ports(), port -> new Section.Entry(words(port), "")),
                section(
                        "Who is let in",
                        signature.authentication(),
                        facet -> new Section.Entry(words(facet), facet.source())),
                section(
                        "What it needs",
                        signature.needs(),
                        need -> new Section.Entry(words(need) + peers.found(need), need.source())),
                section(
                        "What its controller makes of it",
                        signature.creates().stream()
                                .filter(creation -> creation.of().equals(asset.group() + "/" + asset.kind()))
                                .toList(),
                        creation -> new Section.Entry(words(creation, asset), creation.source())));
    }

    private static <T> Section section(String title, List<T> facts, Function<T, Section.Entry> entry) {
        return new Section(title, facts.stream().map(entry).toList());
    }

    private static String words(Signature.Port port) {
        return port.port()
                + port.protocol().map(protocol -> " " + word(protocol)).orElse("") + ", " + word(port.purpose()) + ": "
                + port.meaning();
    }

    private static String words(Authentication facet) {
        String where = numbers(facet.ports())
                + facet.paths().stream().map(path -> " " + path).collect(Collectors.joining());
        String place = where.isEmpty() ? "everywhere" : where.strip();
        return facet.enforcedBy()
                .map(enforcer -> place + ": " + word(facet.mechanism())
                        + facet.header().map(header -> " " + header).orElse("")
                        + ", asked for by "
                        + (enforcer == Authentication.Enforcer.ITSELF ? "itself" : "the " + word(enforcer))
                        + "; " + word(facet.byDefault()) + " by default"
                        + facet.setting().map(setting -> "; " + setting).orElse(""))
                .orElse(place + ": nobody is asked");
    }

    private static String words(Need need) {
        String ports = numbers(need.ports());
        return (need.direction() == Need.Direction.OUT ? "to " : "from ") + need.peer()
                + (ports.isEmpty() ? "" : " " + ports) + (need.optional() ? " (not in every set-up)" : "") + ": "
                + need.why();
    }

    private static String words(Creation creation, Asset asset) {
        return creation.kindName() + " " + creation.nameFor(asset.name(), asset.namespace())
                + creation.when().map(path -> " where " + path + " is set").orElse("") + ": " + creation.why();
    }

    private List<Section.Entry> byDesign(Asset asset) {
        return snapshot.controls().stream()
                .flatMap(controls -> controls.findings().stream())
                .filter(finding -> finding.rule().equals(CheckFamily.BY_DESIGN))
                .flatMap(finding -> finding.members().stream()
                        .filter(member -> member.asset().equals(asset.id()))
                        .map(member -> new Section.Entry(
                                member.rule() + " " + member.statement(),
                                member.location() + "  " + finding.severityReason())))
                .toList();
    }

    private static String numbers(List<Integer> ports) {
        return ports.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
