package dev.bartizan.baseline;

import dev.bartizan.baseline.identity.Fingerprint;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.knowledge.Check;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a group of members as one finding. */
final class FindingWriter {
    /** Evidence of a roll-up shows what kinds of things were seen; the members have all places. */
    private static final int MOST_EVIDENCE = 8;

    private final PlatformIndex platform;

    FindingWriter(PlatformIndex platform) {
        this.platform = platform;
    }

    Finding write(Group group) {
        List<Check> checks = group.checks();
        RawMember worst = group.members().stream()
                .max(Comparator.comparing(RawMember::severity))
                .orElseThrow();
        String anchor = platform.platform().asset(group.anchor()).id();
        boolean isFamily = checks.size() > 1;
        return new Finding(
                id(group, anchor),
                isFamily ? group.family().orElseThrow().id() : checks.getFirst().id(),
                title(group, checks),
                worst.severity(),
                worst.severityReason(),
                group.truth(),
                worst.check().layer(),
                anchor,
                worst.primary().location(),
                evidence(group, checks),
                isFamily
                        ? group.family().orElseThrow().how()
                        : checks.getFirst().fix().how(),
                checks.stream()
                        .flatMap(check -> check.findingReferences().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                group.members().stream().map(RawMember::member).toList());
    }

    /** A single member is its own finding; a roll-up stays the same while its members come and go. */
    private static String id(Group group, String anchor) {
        return group.members().size() == 1
                ? group.members().getFirst().fingerprint()
                : Fingerprint.of(List.of(
                        "roll-up",
                        group.family()
                                .map(family -> family.id())
                                .orElse(group.checks().getFirst().id()),
                        anchor,
                        group.namespace().orElse(""),
                        group.truth().toString(),
                        group.exemption()
                                .map(exemption -> exemption.rule() + exemption.location())
                                .orElse("")));
    }

    private static String title(Group group, List<Check> checks) {
        String title = checks.size() > 1
                ? group.family().orElseThrow().title() + ": " + checks.size() + " checks"
                : checks.getFirst().title();
        Optional<String> where = group.namespace()
                .filter(namespace -> group.assets() > 1)
                .map(namespace -> " (" + group.assets()
                        + (namespace.equals("-") ? " in the cluster)" : " in " + namespace + ")"));
        return title + where.orElse("");
    }

    private static List<Evidence> evidence(Group group, List<Check> checks) {
        if (group.members().size() == 1) {
            return group.members().getFirst().evidence();
        }
        if (checks.size() == 1) {
            return group.members().stream()
                    .map(FindingWriter::named)
                    .limit(MOST_EVIDENCE)
                    .toList();
        }
        var byRule = new TreeMap<String, List<RawMember>>();
        group.members()
                .forEach(member -> byRule.computeIfAbsent(member.check().id(), rule -> new ArrayList<>())
                        .add(member));
        return byRule.values().stream()
                .map(FindingWriter::summary)
                .limit(MOST_EVIDENCE)
                .toList();
    }

    private static Evidence named(RawMember member) {
        String part = member.part().isEmpty() ? "" : member.part() + ": ";
        return new Evidence(
                part + member.primary().statement(), member.primary().location());
    }

    private static Evidence summary(List<RawMember> members) {
        String more = members.size() == 1 ? "" : ", first of " + members.size();
        var first = named(members.getFirst());
        return new Evidence(
                members.getFirst().check().title() + " (" + first.statement() + more + ")", first.location());
    }
}
