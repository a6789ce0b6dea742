package dev.bartizan.network.lint;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Truth;
import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.rbac.Holder;
import dev.bartizan.network.rbac.Power;
import dev.bartizan.network.rbac.Powers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Rules that tell pods of another namespace apart by a label, where users and groups of that namespace start or label pods and may not write the policies that
 * they get past. Service accounts are left alone: those that make pods mostly do so by design. One remark for each namespace of tenants.
 */
final class TenantLabels {
    private final Scene scene;
    private final Powers powers;
    private final SortedMap<String, List<Evidence>> rules = new TreeMap<>();
    private final SortedMap<String, List<Holder>> tenants = new TreeMap<>();

    TenantLabels(Scene scene) {
        this.scene = scene;
        this.powers = Powers.of(scene.snapshot());
    }

    List<Remark> find() {
        scene.cluster().namespaces().keySet().forEach(namespace -> {
            List<Holder> people = Stream.of(Power.CREATE_POD, Power.LABEL_POD)
                    .flatMap(power -> powers.tenants(power, namespace).stream())
                    .filter(holder -> !holder.principal().startsWith("ServiceAccount "))
                    .toList();
            if (!people.isEmpty()) {
                tenants.put(namespace, people);
            }
        });
        if (!tenants.isEmpty()) {
            scene.cluster().policies().stream()
                    .filter(policy -> !scene.engine().subjects(policy).isEmpty())
                    .forEach(this::look);
        }
        return rules.entrySet().stream()
                .flatMap(entry -> remark(entry).stream())
                .toList();
    }

    private void look(Policy policy) {
        for (Rule rule : policy.rules()) {
            if (rule.action() == Action.ALLOW && rule.direction() == Direction.INGRESS) {
                rule.peers().forEach(peer -> look(policy, rule, peer));
            }
        }
    }

    private void look(Policy policy, Rule rule, PeerMatch peer) {
        if (peer instanceof PeerMatch.Pods(var match) && tellsApart(match)) {
            tenants.forEach((namespace, people) -> {
                Map<String, String> labels = scene.cluster().namespaces().getOrDefault(namespace, Map.of());
                if (match.admits(namespace, labels)
                        && isOther(policy, namespace)
                        && !Holder.without(people, writers(policy)).isEmpty()) {
                    rules.computeIfAbsent(namespace, key -> new ArrayList<>())
                            .add(new Evidence(
                                    policy.kind() + " " + policy.name() + ", " + rule.name() + " lets "
                                            + SelectorText.of(match) + " pass",
                                    rule.location()));
                }
            });
        }
    }

    /** By labels that somebody sets, of some namespaces only: those of all are told elsewhere. */
    private static boolean tellsApart(PodMatch match) {
        boolean isOfSome = match.namespace().isPresent() || !match.namespaces().equals(LabelSelector.EVERYTHING);
        return isOfSome
                && match.pods() instanceof LabelSelector(var requirements)
                && !requirements.isEmpty()
                && requirements.stream()
                        .noneMatch(requirement -> requirement.key().startsWith(":"));
    }

    private static boolean isOther(Policy policy, String namespace) {
        return policy.subject().namespace().map(own -> !own.equals(namespace)).orElse(true);
    }

    private List<Holder> writers(Policy policy) {
        return policy.subject()
                .namespace()
                .map(own -> powers.holders(Power.EDIT_POLICY, own))
                .orElse(List.of());
    }

    private Optional<Remark> remark(Map.Entry<String, List<Evidence>> found) {
        List<Holder> people = tenants.getOrDefault(found.getKey(), List.of());
        return scene.cluster().pods().stream()
                .findFirst()
                .map(scene::asset)
                .map(any -> scene.namespace(found.getKey(), any))
                .map(asset -> remark(asset, found.getKey(), people, found.getValue()));
    }

    private static Remark remark(Asset asset, String namespace, List<Holder> people, List<Evidence> found) {
        var evidence = new ArrayList<Evidence>();
        people.stream()
                .distinct()
                .forEach(holder -> evidence.add(
                        new Evidence(holder.principal() + " may " + holder.right() + " there", holder.evidence())));
        evidence.addAll(found);
        String names = Scene.names(people.stream().map(Holder::principal).toList());
        return new Remark(
                LintRule.LABEL_OF_TENANTS,
                asset.id(),
                people.getFirst().evidence(),
                found.size() + (found.size() == 1 ? " rule tells" : " rules tell") + " pods of " + namespace
                        + " apart by labels, which " + names + " may set",
                evidence,
                Truth.CONFIRMED);
    }
}
