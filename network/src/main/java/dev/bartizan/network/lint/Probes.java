package dev.bartizan.network.lint;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.graph.Truth;
import dev.bartizan.network.engine.Reason;
import dev.bartizan.network.engine.Reason.Verdict;
import dev.bartizan.network.engine.Step;
import dev.bartizan.network.engine.Step.Outcome;
import dev.bartizan.network.mesh.Mesh;
import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.network.reading.Written;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Probes that the kubelet cannot reach. Policies of the network let the node of a pod through, so that only two ways are left: a sidecar that wants a certificate
 * and was told not to rewrite probes (istio.io, "Health Checking of Istio Services"), and pods of ambient mode under Cilium, where probes come from an address that
 * Cilium does not take for the node (istio.io, "Ambient and Kubernetes NetworkPolicy").
 */
final class Probes {
    private static final Optional<AddressRange> AMBIENT_KUBELET = AddressRange.ofCidr("169.254.7.127/32");
    private static final String REWRITE = "sidecar.istio.io/rewriteAppHTTPProbers";

    private final Scene scene;

    Probes(Scene scene) {
        this.scene = scene;
    }

    /** How the kubelet asks, and what stops it. */
    private record Way(OptionalInt sender, Predicate<Step> isStop, String remedy) {}

    List<Remark> find() {
        Map<Integer, List<Integer>> podsOfAsset = new HashMap<>();
        for (int i = 0; i < scene.cluster().pods().size(); i++) {
            Pod pod = scene.cluster().pods().get(i);
            if (Mesh.hasSidecar(pod) || Mesh.isAmbient(pod)) {
                podsOfAsset
                        .computeIfAbsent(pod.asset(), key -> new ArrayList<>())
                        .add(i);
            }
        }
        var remarks = new ArrayList<Remark>();
        if (!podsOfAsset.isEmpty()) {
            for (PodTemplate template : scene.snapshot().trees().pods()) {
                List<Integer> pods = podsOfAsset.getOrDefault(template.asset(), List.of());
                if (!pods.isEmpty() && template.shape() == Shape.POD) {
                    remark(template, pods).ifPresent(remarks::add);
                }
            }
        }
        return remarks;
    }

    private Optional<Remark> remark(PodTemplate template, List<Integer> pods) {
        boolean isKept = template.metadata().at("annotations", REWRITE).text("").equals("false");
        return pods.stream()
                .flatMap(pod -> way(scene.cluster().pods().get(pod), isKept).stream()
                        .flatMap(way ->
                                probes(template).stream().flatMap(port -> remark(template, pod, port, way).stream())))
                .findFirst();
    }

    private Optional<Way> way(Pod pod, boolean isKept) {
        if (Mesh.hasSidecar(pod) && isKept) {
            return Optional.of(new Way(
                    address(range -> true),
                    step -> step.policies().stream()
                            .anyMatch(policy -> policy.kind().equals("PeerAuthentication")),
                    "its sidecar wants a certificate and the annotation " + REWRITE
                            + " keeps probes from going round it: take the annotation away"));
        }
        if (Mesh.isAmbient(pod) && scene.isCilium()) {
            return Optional.of(new Way(
                    address(range -> AMBIENT_KUBELET.filter(range::contains).isPresent()),
                    step -> step.policies().stream()
                            .anyMatch(policy -> policy.tier().layer() == Layer.NETWORK),
                    "in ambient mode probes come from 169.254.7.127, which Cilium does not take for the node: let that"
                            + " address in by a CiliumClusterwideNetworkPolicy"));
        }
        return Optional.empty();
    }

    private OptionalInt address(Predicate<AddressRange> isMeant) {
        return IntStream.range(0, scene.engine().parties())
                .filter(party -> !scene.engine().isPod(party) && !scene.engine().isOutsider(party))
                .filter(party -> isMeant.test(scene.engine().addressesOf(party)))
                .findFirst();
    }

    /** A port that the kubelet asks. */
    record Probe(PortMatch.Range port, Location place, String container) {}

    /** Those of a template that go over the network. */
    static List<Probe> probes(PodTemplate template) {
        var probes = new ArrayList<Probe>();
        for (Written container : new Written(template.spec(), template.pointer())
                .get("containers")
                .all()) {
            Stream.of("readinessProbe", "livenessProbe", "startupProbe")
                    .map(container::get)
                    .flatMap(probe -> Stream.of("httpGet", "tcpSocket", "grpc").map(probe::get))
                    .filter(Written::isThere)
                    .forEach(asked -> number(container.node(), asked.get("port").text())
                            .ifPresent(number -> probes.add(new Probe(
                                    new PortMatch.Range(Protocol.TCP, number, number),
                                    asked.location(),
                                    container.get("name").text()))));
        }
        return probes;
    }

    private static Optional<Integer> number(Node container, String port) {
        String written = container.get("ports").items().stream()
                .filter(each -> !port.isEmpty() && each.get("name").text("").equals(port))
                .findFirst()
                .map(each -> each.get("containerPort").text(""))
                .orElse(port);
        return Optional.of(written)
                .filter(text -> text.matches("[1-9][0-9]{0,4}"))
                .map(Integer::valueOf)
                .filter(number -> number <= PortMatch.LAST);
    }

    private Optional<Remark> remark(PodTemplate template, int pod, Probe probe, Way way) {
        return way.sender().stream()
                .boxed()
                .flatMap(sender -> scene.engine().reasons(sender, scene.engine().partyOf(pod)).stream())
                .filter(reason -> reason.verdict() == Verdict.DENIED)
                .filter(reason -> reason.ports().stream()
                        .anyMatch(range -> range.and(probe.port()).isPresent()))
                .flatMap(reason -> stop(reason, way).stream())
                .map(step -> remark(template, pod, probe, way, step))
                .findFirst();
    }

    private static Optional<Step> stop(Reason reason, Way way) {
        return reason.steps().stream()
                .filter(step -> step.outcome() == Outcome.DENIED || step.outcome() == Outcome.NOT_ALLOWED)
                .filter(way.isStop())
                .findFirst();
    }

    private Remark remark(PodTemplate template, int pod, Probe probe, Way way, Step step) {
        Asset asset = scene.platform().asset(template.asset());
        var evidence = new ArrayList<Evidence>();
        step.policies().stream()
                .limit(3)
                .forEach(policy -> evidence.add(new Evidence(
                        policy.kind() + " " + policy.name() + " stops it",
                        step.rule().map(rule -> rule.location()).orElse(policy.location()))));
        return new Remark(
                LintRule.PROBE_BLOCKED,
                asset.id(),
                probe.place(),
                scene.label().apply(scene.cluster().pods().get(pod)) + " is probed at port "
                        + probe.port().first() + " of container " + probe.container() + ", and " + way.remedy(),
                evidence,
                Truth.CONFIRMED);
    }
}
