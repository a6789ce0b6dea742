package dev.bartizan.baseline;

import dev.bartizan.baseline.identity.Fingerprint;
import dev.bartizan.baseline.manifest.Gaps;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Truth;
import dev.bartizan.knowledge.Check;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes a group of members as one finding. */
final class FindingWriter {
    /** Evidence of a roll-up shows what kinds of things were seen; the members have all places. */
    private static final int MOST_EVIDENCE = 12;

    private static final int MOST_CONTEXT = 3;

    private final PlatformIndex platform;

    FindingWriter(PlatformIndex platform) {
        this.platform = platform;
    }

    Finding write(Group group) {
        List<Check> checks = group.checks();
        RawMember worst = group.members().stream()
                .max(Comparator.comparing(RawMember::severity))
                .orElseThrow();
        boolean isFamily = isFamily(group, checks);
        return new Finding(
                id(group),
                isFamily ? group.family().orElseThrow().id() : checks.getFirst().id(),
                title(group, checks),
                worst.severity(),
                severityReason(group, worst),
                group.truth(),
                worst.check().layer(),
                shownAt(group, worst).id(),
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

    /** Several assets are shown at their Namespace if it was read, else at the one that is worst, so that the line belongs to it. */
    private Asset shownAt(Group group, RawMember worst) {
        Asset anchor = platform.platform().asset(group.anchor());
        return group.assets() == 1 || anchor.kind().equals("Namespace")
                ? anchor
                : platform.platform().asset(worst.asset());
    }

    /** Of a roll-up the worst member's, and how many are like it. */
    private static String severityReason(Group group, RawMember worst) {
        long alike = group.members().stream()
                .filter(member -> member.severity() == worst.severity())
                .count();
        return alike == group.members().size()
                ? worst.severityReason()
                : worst.severityReason() + " (" + alike + " of "
                        + group.members().size() + " observations; the others weigh less)";
    }

    /** A single member is its own finding; a roll-up stays the same while its members come and go. */
    private String id(Group group) {
        return group.members().size() == 1
                ? group.members().getFirst().fingerprint()
                : Fingerprint.of(List.of(
                        "roll-up",
                        group.family()
                                .map(family -> family.id())
                                .orElse(group.checks().getFirst().id()),
                        about(group),
                        group.namespace().orElse(""),
                        told(group),
                        group.exemption()
                                .map(exemption -> exemption.rule() + " " + exemption.reason())
                                .orElse("")));
    }

    /** What is not known; of several namespaces that they lack the same, whichever they are. */
    private static String told(Group group) {
        return switch (group.truth()) {
            case Truth.Undecided undecided
            when group.namespace().isEmpty() && group.assets() > 1 ->
                Gaps.ofAnyNamespace(undecided.gaps()).toString();
            case Truth truth -> truth.toString();
        };
    }

    /** The asset; of several the cluster, which their namespace tells the rest of. */
    private String about(Group group) {
        String anchor = platform.platform().asset(group.anchor()).id();
        return group.assets() == 1 ? anchor : anchor.substring(0, anchor.indexOf('/') + 1);
    }

    private static boolean isFamily(Group group, List<Check> checks) {
        return checks.size() > 1 || group.members().getFirst().isByDesign();
    }

    private static String title(Group group, List<Check> checks) {
        String title = isFamily(group, checks)
                ? group.family().orElseThrow().title() + ": " + checks.size()
                        + (checks.size() == 1 ? " check" : " checks")
                : checks.getFirst().title();
        return group.assets() > 1 ? title + " (" + where(group) + ")" : title;
    }

    private static String where(Group group) {
        return group.assets()
                + group.namespace()
                        .map(namespace -> namespace.equals("-") ? " in the cluster" : " in " + namespace)
                        .orElse(" in several places");
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
                .flatMap(FindingWriter::told)
                .distinct()
                .limit(MOST_EVIDENCE)
                .toList();
    }

    /** What a check saw first; of a check that saw one thing, also what else had to be so. */
    private static Stream<Evidence> told(List<RawMember> members) {
        var summary = Stream.of(summary(members));
        return members.size() > 1
                ? summary
                : Stream.concat(
                        summary, members.getFirst().evidence().stream().skip(1).limit(MOST_CONTEXT));
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
