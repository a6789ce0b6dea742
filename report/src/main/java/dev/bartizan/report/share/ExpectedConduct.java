package dev.bartizan.report.share;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a workload is expected to do at run time, as far as the graph tells: what is not declared is unexpected, and not by itself an attack.
 *
 * @param outside hosts out of the platform that it is declared to reach, sorted
 * @param usesApi whether its account may do anything at the API server
 * @param isInteractive whether people work in it
 * @param byDesign privileges that it needs for what it is, as they were seen
 */
record ExpectedConduct(
        Asset workload, List<String> outside, boolean usesApi, boolean isInteractive, List<String> byDesign) {
    private static final String DESIGN = "privileged-by-design";
    private static final String OUTSIDE = "ext:";
    private static final Set<String> INTERACTIVE = Set.of("notebook", "notebook-hub", "bastion");

    /** Where others go out through, or people do what no manifest tells. */
    private static final Set<String> WAYS_OUT =
            Set.of("notebook", "notebook-hub", "bastion", "gateway", "ai-gateway", "mesh-proxy", "ci-runner");

    /** Names that rules can hold: others would be text of the input in somebody's rules. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    ExpectedConduct {
        outside = List.copyOf(outside);
        byDesign = List.copyOf(byDesign);
    }

    /** Whether nothing outside of the platform is declared for it, and it is not there to go outside. */
    boolean staysInside() {
        return outside.isEmpty() && !WAYS_OUT.contains(workload.classification().role());
    }

    /** Of everything that runs containers in a namespace, by id. */
    static List<ExpectedConduct> of(Snapshot snapshot) {
        Platform platform = snapshot.platform();
        Map<String, List<String>> design = design(snapshot);
        var all = new ArrayList<ExpectedConduct>();
        for (int i = 0; i < platform.assets().size(); i++) {
            Asset asset = platform.asset(i);
            List<Link> links = platform.linksFrom(i);
            if (links.stream().noneMatch(link -> link.kind().equals("runs-as")) || !isNamed(asset)) {
                continue;
            }
            all.add(new ExpectedConduct(
                    asset,
                    links.stream()
                            .filter(link -> !link.kind().equals("pulls"))
                            .map(link -> platform.asset(link.to()).id())
                            .filter(id -> id.startsWith(OUTSIDE))
                            .map(id -> id.substring(OUTSIDE.length()))
                            .distinct()
                            .sorted()
                            .toList(),
                    links.stream()
                            .filter(link -> link.kind().equals("runs-as"))
                            .flatMap(link -> platform.linksFrom(link.to()).stream())
                            .anyMatch(link -> link.kind().equals("may-do")),
                    INTERACTIVE.contains(asset.classification().role()),
                    design.getOrDefault(asset.id(), List.of())));
        }
        return all;
    }

    private static boolean isNamed(Asset asset) {
        return NAME.matcher(asset.namespace()).matches()
                && NAME.matcher(asset.name()).matches();
    }

    private static Map<String, List<String>> design(Snapshot snapshot) {
        var statements = new HashMap<String, List<String>>();
        snapshot.controls().map(ControlFacts::findings).orElse(List.of()).stream()
                .filter(finding -> finding.rule().equals(DESIGN))
                .flatMap(finding -> finding.members().stream())
                .forEach((Finding.Member member) -> statements
                        .computeIfAbsent(member.asset(), id -> new ArrayList<>())
                        .add(member.statement()));
        return statements;
    }

    /** Names of those of which something holds, by namespace. */
    static SortedMap<String, List<String>> names(List<ExpectedConduct> all, Predicate<ExpectedConduct> which) {
        return all.stream()
                .filter(which)
                .collect(Collectors.groupingBy(
                        one -> one.workload().namespace(),
                        TreeMap::new,
                        Collectors.mapping(
                                one -> one.workload().name(),
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        names -> names.stream()
                                                .distinct()
                                                .sorted()
                                                .toList()))));
    }
}
