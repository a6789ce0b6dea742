package dev.bartizan.network.cilium;

import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.Outsider;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.reading.Blocks;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Selectors;
import dev.bartizan.network.reading.Surroundings;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom a rule lets in or out at layer 3. A list that is there and empty means nobody, one that is not there does not limit. */
final class CiliumPeers {
    private static final List<String> MEMBERS =
            List.of("Endpoints", "Entities", "CIDR", "CIDRSet", "Services", "FQDNs", "Nodes", "Groups", "Requires");

    private final Surroundings surroundings;
    private final Complaints complaints;
    private final CiliumSelectors selectors;
    private final CiliumEntities entities;
    private final Blocks blocks;
    private final boolean learnsNames;

    /** @param learnsNames whether some policy lets Cilium see the answers of the name service */
    CiliumPeers(Surroundings surroundings, CiliumSelectors selectors, CiliumEntities entities, boolean learnsNames) {
        this.surroundings = surroundings;
        this.complaints = surroundings.complaints();
        this.selectors = selectors;
        this.entities = entities;
        this.blocks = new Blocks(complaints);
        this.learnsNames = learnsNames;
    }

    /**
     * Any of them.
     *
     * @param side {@code from} or {@code to}
     * @return empty when the rule does not say
     */
    Optional<List<PeerMatch>> of(Written rule, String side, Optional<String> namespace) {
        List<String> written = MEMBERS.stream()
                .filter(member -> rule.get(side + member).isThere())
                .toList();
        if (written.stream()
                        .filter(member -> rule.get(side + member).items() > 0)
                        .count()
                > 1) {
            complaints.add(
                    "peers-combined",
                    "Cilium refuses a rule that names its peers in several ways.",
                    "write a rule for each",
                    rule);
        }
        if (written.isEmpty()) {
            return Optional.empty();
        }
        var peers = new ArrayList<PeerMatch>();
        written.forEach(member -> peers.addAll(of(member, rule.get(side + member), namespace)));
        return Optional.of(peers);
    }

    private List<PeerMatch> of(String member, Written list, Optional<String> namespace) {
        return switch (member) {
            case "Endpoints" ->
                list.all().stream()
                        .flatMap(selector -> selectors.peer(selector, namespace).stream())
                        .toList();
            case "Entities" -> entities.of(list);
            case "CIDR" ->
                list.all().stream().flatMap(cidr -> block(cidr).stream()).toList();
            case "CIDRSet" ->
                list.all().stream().flatMap(set -> set(set).stream()).toList();
            case "Services" ->
                list.all().stream()
                        .flatMap(service -> services(service, namespace).stream())
                        .toList();
            case "FQDNs" -> names(list);
            case String other -> notEvaluated(other, list);
        };
    }

    /** An address alone is a block of one. */
    private Optional<PeerMatch> block(Written cidr) {
        String text = cidr.text();
        return text.indexOf('/') >= 0
                ? blocks.of(cidr)
                : AddressRange.ofCidr(text + (text.indexOf(':') < 0 ? "/32" : "/128"))
                        .<PeerMatch>map(range -> new PeerMatch.Addresses(range, List.of()))
                        .or(() -> blocks.of(cidr));
    }

    private Optional<PeerMatch> set(Written set) {
        if (set.get("cidr").isThere()) {
            return blocks.of(set.get("cidr"), set.get("except"));
        }
        complaints.add(
                "peer-not-evaluated",
                "Groups of blocks of addresses are not evaluated.",
                "write the blocks themselves",
                set);
        return Optional.empty();
    }

    private List<PeerMatch> services(Written service, Optional<String> namespace) {
        Written named = service.get("k8sService");
        Written selected = service.get("k8sServiceSelector");
        List<String> names = named.isThere()
                ? List.of(namespace(named, namespace).orElse("default") + "/"
                        + named.get("serviceName").text())
                : surroundings
                        .services()
                        .named(
                                namespace(selected, namespace),
                                new Selectors(complaints).read(selected.get("selector")));
        var peers = new ArrayList<PeerMatch>();
        for (String name : names) {
            int slash = name.indexOf('/');
            surroundings
                    .services()
                    .behind(name.substring(0, slash), name.substring(slash + 1))
                    .ifPresentOrElse(
                            backends -> peers.add(new PeerMatch.Pods(backends.pods())),
                            () -> complaints.add(
                                    "service-unknown",
                                    "What is behind this service is not in the manifests: it is not there, or it has no selector.",
                                    "give the manifest of the service",
                                    service));
        }
        return peers;
    }

    private static Optional<String> namespace(Written service, Optional<String> own) {
        return service.get("namespace").isThere()
                ? Optional.of(service.get("namespace").text())
                : own;
    }

    private List<PeerMatch> names(Written list) {
        if (!learnsNames && list.items() > 0) {
            complaints.note(
                    "names-not-learnt",
                    "No policy has rules for DNS, so that Cilium learns no addresses of names: this rule lets nothing through.",
                    "let the pods ask the name service by a rule with rules.dns",
                    list);
            return List.of();
        }
        return list.all().stream()
                .<PeerMatch>map(name -> new PeerMatch.Named(new Outsider(
                        Outsider.Kind.DOMAIN,
                        name.get("matchName").isThere()
                                ? name.get("matchName").text()
                                : name.get("matchPattern").text())))
                .toList();
    }

    private List<PeerMatch> notEvaluated(String member, Written list) {
        complaints.add(
                "peer-not-evaluated",
                switch (member) {
                    case "Nodes" -> "Peers by the labels of nodes are not evaluated.";
                    case "Groups" -> "Groups of a cloud provider are not evaluated.";
                    case String _ -> "Requirements of all rules are not evaluated; Cilium has removed them.";
                },
                "name endpoints, entities or blocks of addresses",
                list);
        return List.of();
    }
}
