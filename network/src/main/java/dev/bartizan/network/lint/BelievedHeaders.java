package dev.bartizan.network.lint;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Truth;
import dev.bartizan.network.engine.Step;
import dev.bartizan.network.headers.TrustedHeader;
import dev.bartizan.network.headers.TrustedHeader.Opening;
import dev.bartizan.network.headers.TrustedHeaders;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Workloads that take the user from a header, and pods that can send it to them past their gateway. */
final class BelievedHeaders {
    private static final int MOST_SENDERS = 12;

    private final Scene scene;

    BelievedHeaders(Scene scene) {
        this.scene = scene;
    }

    List<Remark> find() {
        return TrustedHeaders.of(scene.snapshot(), scene.cluster(), scene.engine()).stream()
                .filter(header -> !header.isKept())
                .map(this::remark)
                .toList();
    }

    private Remark remark(TrustedHeader header) {
        Pod receiver = pod(header.pod());
        Asset asset = scene.asset(receiver);
        List<Opening> sure = header.past().stream()
                .filter(opening -> !opening.allowed().isEmpty())
                .toList();
        List<Opening> told = sure.isEmpty() ? header.past() : sure;
        var evidence = new ArrayList<Evidence>();
        told.stream().limit(MOST_SENDERS).forEach(opening -> evidence.add(sender(opening)));
        Optional<Step> allowing = allowing(told.getFirst(), header.pod());
        allowing.flatMap(step -> step.rule()
                        .map(rule -> new Evidence(
                                step.policies().getFirst().kind() + " "
                                        + step.policies().getFirst().name() + ", " + rule.name() + " lets them in",
                                rule.location())))
                .ifPresent(evidence::add);
        boolean isOne = header.gateways().size() == 1;
        return new Remark(
                LintRule.TRUSTED_HEADER,
                asset.id(),
                header.evidence(),
                scene.label().apply(receiver) + " takes the user from the header " + header.headers() + ", which "
                        + gateways(header) + (isOne ? " is" : " are") + " to set; " + count(told.size())
                        + " can send it past " + (isOne ? "that one" : "those"),
                evidence,
                truth(sure, allowing, receiver));
    }

    /** Sure when a policy lets them in; where none says anything, one may be kept elsewhere. */
    private Truth truth(List<Opening> sure, Optional<Step> allowing, Pod receiver) {
        if (sure.isEmpty()) {
            return Truth.undecided("whether the addresses that policies name are those of these pods");
        }
        return allowing.isPresent() ? Truth.CONFIRMED : scene.certainty(List.of(receiver.namespace()));
    }

    private static String count(int workloads) {
        return workloads == 1 ? "1 workload" : workloads + " workloads";
    }

    private Evidence sender(Opening opening) {
        Pod pod = pod(opening.pod());
        PortSet ports = opening.allowed().isEmpty() ? opening.depends() : opening.allowed();
        return new Evidence(
                scene.label().apply(pod) + " may open " + ports,
                scene.asset(pod).location());
    }

    /** What of the receiver's policies lets a sender in. */
    private Optional<Step> allowing(Opening opening, int receiver) {
        PortSet ports = opening.allowed().isEmpty() ? opening.depends() : opening.allowed();
        return scene
                .engine()
                .reasons(scene.engine().partyOf(opening.pod()), scene.engine().partyOf(receiver))
                .stream()
                .filter(reason -> !PortSet.of(reason.ports()).intersect(ports).isEmpty())
                .flatMap(reason -> reason.steps().stream())
                .filter(step -> step.direction() == Direction.INGRESS && step.outcome() == Step.Outcome.ALLOWED)
                .findFirst();
    }

    private String gateways(TrustedHeader header) {
        return header.gateways().stream()
                .map(index -> scene.platform().asset(index))
                .map(gateway -> gateway.kind() + " " + gateway.namespace() + "/" + gateway.name())
                .collect(Collectors.joining(", "));
    }

    private Pod pod(int number) {
        return scene.cluster().pods().get(number);
    }
}
