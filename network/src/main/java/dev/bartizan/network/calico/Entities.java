package dev.bartizan.network.calico;

import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.Outsider;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.FieldNames;
import dev.bartizan.network.reading.Services.Backends;
import dev.bartizan.network.reading.Surroundings;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The two sides of rules. In a policy of a namespace any selector means only what is in that namespace, unless namespaces are selected as well; all
 * fields of a side must fit (libcalico-go updateprocessors/rules.go).
 */
final class Entities {
    private static final Set<String> FIELDS = Set.of(
            "nets",
            "notNets",
            "selector",
            "notSelector",
            "namespaceSelector",
            "serviceAccounts",
            "services",
            "domains",
            "ports",
            "notPorts");

    private final Surroundings surroundings;
    private final Complaints complaints;
    private final Expressions expressions;
    private final ServiceAccounts accounts;
    private final Nets nets;
    private final NetworkSets sets;

    Entities(Surroundings surroundings, Expressions expressions, ServiceAccounts accounts) {
        this.surroundings = surroundings;
        this.complaints = surroundings.complaints();
        this.expressions = expressions;
        this.accounts = accounts;
        this.nets = new Nets(complaints);
        this.sets = new NetworkSets(surroundings, nets);
    }

    /** Who may be on the other side. */
    PeerMatch peer(Written entity, Optional<String> namespace) {
        FieldNames.check(entity, FIELDS, complaints);
        var parts = new ArrayList<PeerMatch>();
        if (hasSelector(entity, namespace)) {
            parts.add(selected(entity, namespace));
        }
        if (entity.get("notSelector").isThere()) {
            LabelExpression labels = expressions.endpoints(entity.get("notSelector"));
            var meant = new ArrayList<PeerMatch>(sets.matching(labels));
            meant.add(new PeerMatch.Pods(PodMatch.across(LabelSelector.EVERYTHING, labels)));
            parts.add(new PeerMatch.Not(PeerMatch.anyOf(meant)));
        }
        if (entity.get("nets").items() > 0) {
            parts.add(PeerMatch.anyOf(nets.of(entity.get("nets"))));
        }
        if (entity.get("notNets").items() > 0) {
            parts.add(new PeerMatch.Not(PeerMatch.anyOf(nets.of(entity.get("notNets")))));
        }
        if (entity.get("domains").items() > 0) {
            parts.add(PeerMatch.anyOf(entity.get("domains").texts().stream()
                    .<PeerMatch>map(name -> new PeerMatch.Named(new Outsider(Outsider.Kind.DOMAIN, name)))
                    .toList()));
        }
        if (entity.get("services").isThere()) {
            service(entity.get("services"), namespace)
                    .ifPresent(backends -> parts.add(new PeerMatch.Pods(backends.pods())));
        }
        if (parts.isEmpty()) {
            return new PeerMatch.Anybody();
        }
        return parts.size() == 1 ? parts.getFirst() : new PeerMatch.AllOf(parts);
    }

    /** Which of the pods of the policy a rule is about. */
    PodMatch own(Written entity, Optional<String> namespace) {
        FieldNames.check(entity, FIELDS, complaints);
        for (String field : List.of("nets", "notNets", "domains", "services")) {
            if (entity.get(field).isThere()) {
                complaints.add(
                        "own-address-unknown",
                        "Which of its own pods this rule is about hangs on their addresses, which no manifest tells.",
                        "select them by their labels",
                        entity.get(field));
            }
        }
        PodMatch own = hasSelector(entity, namespace)
                ? pods(entity, namespace)
                : PodMatch.across(LabelSelector.EVERYTHING, LabelSelector.EVERYTHING);
        return entity.get("notSelector").isThere()
                ? own.and(PodMatch.across(
                        LabelSelector.EVERYTHING,
                        new LabelExpression.Not(expressions.endpoints(entity.get("notSelector")))))
                : own;
    }

    /** The pods and ports behind a service that a rule names. */
    Optional<Backends> service(Written named, Optional<String> namespace) {
        String within =
                named.get("namespace").isThere() ? named.get("namespace").text() : namespace.orElse("");
        Optional<Backends> backends =
                surroundings.services().behind(within, named.get("name").text());
        if (backends.isEmpty()) {
            complaints.add(
                    "service-unknown",
                    "What is behind this service is not in the manifests: it is not there, or it has no selector.",
                    "give the manifest of the service",
                    named);
        }
        return backends;
    }

    private static boolean hasSelector(Written entity, Optional<String> namespace) {
        return entity.get("selector").isThere()
                || entity.get("namespaceSelector").isThere()
                || entity.get("serviceAccounts").isThere()
                || (entity.get("notSelector").isThere() && namespace.isPresent());
    }

    private PeerMatch selected(Written entity, Optional<String> namespace) {
        PodMatch pods = pods(entity, namespace);
        var meant = new ArrayList<PeerMatch>(List.of(new PeerMatch.Pods(pods)));
        if (!entity.get("serviceAccounts").isThere()) {
            LabelExpression labels = pods.pods();
            Written namespaces = entity.get("namespaceSelector");
            meant.addAll(
                    namespaces.isThere()
                            ? sets.matching(labels, pods.namespaces(), expressions.outside(namespaces))
                            : namespace.map(name -> sets.in(name, labels)).orElseGet(() -> sets.matching(labels)));
        }
        return PeerMatch.anyOf(meant);
    }

    private PodMatch pods(Written entity, Optional<String> namespace) {
        LabelExpression labels = expressions.endpoints(entity.get("selector"));
        PodMatch pods = entity.get("namespaceSelector").isThere()
                ? PodMatch.across(expressions.namespaces(entity.get("namespaceSelector")), labels)
                : new PodMatch(namespace, LabelSelector.EVERYTHING, labels);
        return entity.get("serviceAccounts").isThere()
                ? pods.and(PodMatch.across(LabelSelector.EVERYTHING, accounts.of(entity.get("serviceAccounts"))))
                : pods;
    }
}
