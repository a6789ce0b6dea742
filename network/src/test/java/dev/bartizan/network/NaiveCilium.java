package dev.bartizan.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A random cluster with policies of Cilium and of Kubernetes, which can be written as manifests and be asked for one packet at a time. Written from
 * Documentation/security/policy of Cilium without a look at the engine.
 */
final class NaiveCilium implements NaivePolicies {
    private static final List<String> NAMESPACES = List.of("alpha", "beta");
    private static final List<String> OUTSIDE = List.of("10.1.2.3", "10.200.0.1", "8.8.8.8");
    private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");
    private static final int[] PORTS = {53, 80, 81, 443, 8080};

    private final Random random;
    private final List<PodOfTest> pods = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();

    private record PodOfTest(String namespace, String name, Map<String, String> labels) {
        String id() {
            return namespace + "/" + name;
        }
    }

    /** Who is meant, as text and as what it means: a pod, or else an address outside. */
    private record Peers(String yaml, Predicate<PodOfTest> pods, Predicate<String> addresses) {}

    private record Ports(String yaml, Predicate<Packet> meaning) {}

    private record Rule(boolean isIngress, boolean isDeny, Optional<Peers> peers, Optional<Ports> ports) {}

    private record Policy(
            String kind,
            Optional<String> namespace,
            String name,
            String app,
            List<Optional<Boolean>> isolates,
            List<Rule> rules) {
        Policy with(List<Rule> others) {
            return new Policy(kind, namespace, name, app, isolates, others);
        }

        boolean selects(PodOfTest pod) {
            return namespace.map(pod.namespace()::equals).orElse(true)
                    && (app.isEmpty() || app.equals(pod.labels().get("app")));
        }

        boolean isolates(boolean isIngress) {
            return isolates.get(isIngress ? 0 : 1)
                    .orElse(rules.stream().anyMatch(rule -> rule.isIngress() == isIngress));
        }
    }

    NaiveCilium(long seed) {
        this.random = new Random(seed);
        for (int i = 4 + random.nextInt(4); i > 0; i--) {
            pods.add(new PodOfTest(any(NAMESPACES), "pod" + i, labels()));
        }
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            policies.add(random.nextInt(4) == 0 ? kubernetes(i) : cilium(i));
        }
    }

    private NaiveCilium(NaiveCilium other, List<PodOfTest> pods, List<Policy> policies) {
        this.random = other.random;
        this.pods.addAll(pods);
        this.policies.addAll(policies);
    }

    @Override
    public List<NaivePolicies> smaller(Packet packet) {
        return Stream.of(
                        Shrinking.without(policies).map(fewer -> new NaiveCilium(this, pods, fewer)),
                        Shrinking.without(pods)
                                .map(fewer -> new NaiveCilium(this, fewer, policies))
                                .filter(each -> each.holds(packet)),
                        Shrinking.within(policies, Policy::rules, Policy::with)
                                .map(fewer -> new NaiveCilium(this, pods, fewer)))
                .<NaivePolicies>flatMap(each -> each)
                .toList();
    }

    private boolean holds(Packet packet) {
        return Stream.of(packet.from(), packet.to())
                .allMatch(end -> OUTSIDE.contains(end)
                        || pods.stream().anyMatch(pod -> pod.id().equals(end)));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Map<String, String> labels() {
        var labels = new TreeMap<String, String>();
        labels.put("app", any(List.of("web", "api", "db")));
        if (random.nextBoolean()) {
            labels.put("stage", any(List.of("test", "prod")));
        }
        return labels;
    }

    private Policy kubernetes(int number) {
        var rules = new ArrayList<Rule>();
        for (int i = random.nextInt(3); i > 0; i--) {
            rules.add(new Rule(true, false, Optional.empty(), Optional.of(ports("TCP", 80))));
        }
        return new Policy(
                "NetworkPolicy",
                Optional.of(any(NAMESPACES)),
                "np" + number,
                any(List.of("", "web")),
                List.of(Optional.of(true), Optional.of(false)),
                rules);
    }

    private Policy cilium(int number) {
        Optional<String> namespace = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(any(NAMESPACES));
        var rules = new ArrayList<Rule>();
        for (int i = random.nextInt(4); i > 0; i--) {
            boolean isIngress = random.nextBoolean();
            rules.add(new Rule(
                    isIngress,
                    random.nextInt(3) == 0,
                    random.nextInt(4) == 0 ? Optional.empty() : Optional.of(peers(isIngress, namespace)),
                    random.nextBoolean()
                            ? Optional.empty()
                            : Optional.of(ports(any(List.of("TCP", "UDP", "ANY", "")), any(List.of(0, 53, 80))))));
        }
        return new Policy(
                namespace.isPresent() ? "CiliumNetworkPolicy" : "CiliumClusterwideNetworkPolicy",
                namespace,
                "cnp" + number,
                any(List.of("", "web", "api", "db")),
                List.of(defaultDeny(), defaultDeny()),
                rules);
    }

    private Optional<Boolean> defaultDeny() {
        return random.nextInt(4) == 0 ? Optional.of(random.nextBoolean()) : Optional.empty();
    }

    private Peers peers(boolean isIngress, Optional<String> namespace) {
        String side = isIngress ? "from" : "to";
        String app = any(List.of("web", "api", "db"));
        String other = any(NAMESPACES);
        Predicate<PodOfTest> within =
                pod -> namespace.map(pod.namespace()::equals).orElse(true);
        Predicate<PodOfTest> isApp = pod -> app.equals(pod.labels().get("app"));
        Predicate<String> nobody = address -> false;
        return switch (random.nextInt(9)) {
            case 0 -> new Peers(side + "Endpoints: [{matchLabels: {app: " + app + "}}]", within.and(isApp), nobody);
            case 1 -> new Peers(side + "Endpoints: [{}]", within, nobody);
            case 2 -> new Peers(side + "Endpoints: []", pod -> false, nobody);
            case 3 ->
                new Peers(
                        side + "Endpoints: [{matchLabels: {'k8s:io.kubernetes.pod.namespace': " + other + ", app: "
                                + app + "}}]",
                        isApp.and(pod -> pod.namespace().equals(other)),
                        nobody);
            case 4 ->
                new Peers(
                        side
                                + "Endpoints: [{matchExpressions: [{key: stage, operator: NotIn, values: [prod]}]}, {matchLabels: {app: "
                                + app + "}}]",
                        within.and(isApp.or(pod -> !"prod".equals(pod.labels().get("stage")))),
                        nobody);
            case 5 -> new Peers(side + "Entities: [world]", pod -> false, address -> true);
            case 6 -> new Peers(side + "Entities: [cluster]", pod -> true, nobody);
            case 7 ->
                new Peers(
                        side + "CIDRSet: [{cidr: 10.0.0.0/8, except: [10.200.0.0/16]}]",
                        pod -> false,
                        address -> address.startsWith("10.") && !address.startsWith("10.200."));
            case 8 ->
                new Peers(
                        side + "Endpoints: [{matchLabels: {io.cilium.k8s.namespace.labels.zone: " + other + "}}]",
                        pod -> pod.namespace().equals(other),
                        nobody);
            default -> throw new IllegalStateException("no such peers");
        };
    }

    /** The port 0 is every port. */
    private static Ports ports(String protocol, int port) {
        return new Ports(
                "{port: \"" + port + "\"" + (protocol.isEmpty() ? "" : ", protocol: " + protocol) + "}",
                packet -> (port == 0 || packet.port() == port)
                        && (protocol.isEmpty() || protocol.equals("ANY") || protocol.equals(packet.protocol())));
    }

    @Override
    public List<Packet> packets() {
        var packets = new ArrayList<Packet>();
        for (PodOfTest pod : pods) {
            for (PodOfTest other : pods) {
                if (!pod.equals(other)) {
                    packets.add(packet(pod.id(), other.id()));
                }
            }
            OUTSIDE.forEach(address -> packets.add(packet(pod.id(), address)));
            OUTSIDE.forEach(address -> packets.add(packet(address, pod.id())));
        }
        return packets;
    }

    private Packet packet(String from, String to) {
        return new Packet(from, to, any(PROTOCOLS), PORTS[random.nextInt(PORTS.length)]);
    }

    @Override
    public boolean isAllowed(Packet packet) {
        return passes(packet, false) && passes(packet, true);
    }

    private boolean passes(Packet packet, boolean isIngress) {
        Optional<PodOfTest> subject = pod(isIngress ? packet.to() : packet.from());
        if (subject.isEmpty()) {
            return true;
        }
        List<Policy> selecting = policies.stream()
                .filter(policy -> policy.selects(subject.get()))
                .toList();
        if (selecting.stream().anyMatch(policy -> matches(policy, packet, isIngress, true))) {
            return false;
        }
        return selecting.stream().noneMatch(policy -> policy.isolates(isIngress))
                || selecting.stream().anyMatch(policy -> matches(policy, packet, isIngress, false));
    }

    private boolean matches(Policy policy, Packet packet, boolean isIngress, boolean isDeny) {
        String other = isIngress ? packet.from() : packet.to();
        return policy.rules().stream()
                .filter(rule -> rule.isIngress() == isIngress && rule.isDeny() == isDeny)
                .filter(rule -> rule.peers().isPresent() || rule.ports().isPresent())
                .filter(rule ->
                        rule.ports().map(ports -> ports.meaning().test(packet)).orElse(true))
                .anyMatch(rule -> rule.peers()
                        .map(peers -> pod(other)
                                .map(peers.pods()::test)
                                .orElseGet(() -> peers.addresses().test(other)))
                        .orElse(true));
    }

    private Optional<PodOfTest> pod(String id) {
        return pods.stream().filter(pod -> pod.id().equals(id)).findFirst();
    }

    @Override
    public String yaml() {
        var yaml = new StringBuilder();
        NAMESPACES.forEach(name ->
                yaml.append("---\napiVersion: v1\nkind: Namespace\nmetadata: {name: %1$s, labels: {zone: %1$s}}\n"
                        .formatted(name)));
        pods.forEach(pod -> yaml.append("""
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: %s, labels: %s}
                spec: {containers: [{name: c, image: c}]}
                """.formatted(
                        pod.name(), pod.namespace(), pod.labels().toString().replace("=", ": "))));
        policies.forEach(policy ->
                yaml.append(policy.kind().equals("NetworkPolicy") ? kubernetesYaml(policy) : ciliumYaml(policy)));
        return yaml.toString();
    }

    private static String kubernetesYaml(Policy policy) {
        return """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: %s, namespace: %s}
                spec: {podSelector: {%s}, policyTypes: [Ingress], ingress: %s}
                """.formatted(
                        policy.name(),
                        policy.namespace().orElseThrow(),
                        policy.app().isEmpty() ? "" : "matchLabels: {app: " + policy.app() + "}",
                        policy.rules().isEmpty() ? "[]" : "[{ports: [{port: 80, protocol: TCP}]}]");
    }

    private static String ciliumYaml(Policy policy) {
        var yaml = new StringBuilder("---\napiVersion: cilium.io/v2\nkind: " + policy.kind() + "\nmetadata: {name: "
                + policy.name()
                + policy.namespace().map(name -> ", namespace: " + name).orElse("")
                + "}\nspec:\n  endpointSelector: {"
                + (policy.app().isEmpty() ? "" : "matchLabels: {app: " + policy.app() + "}")
                + "}\n");
        yaml.append("  enableDefaultDeny: {")
                .append(policy.isolates()
                        .get(0)
                        .map(is -> "ingress: " + is + ", ")
                        .orElse(""))
                .append(policy.isolates().get(1).map(is -> "egress: " + is).orElse(""))
                .append("}\n");
        for (boolean isIngress : List.of(true, false)) {
            for (boolean isDeny : List.of(true, false)) {
                List<String> rules = policy.rules().stream()
                        .filter(rule -> rule.isIngress() == isIngress && rule.isDeny() == isDeny)
                        .map(NaiveCilium::yaml)
                        .toList();
                yaml.append(isIngress ? "  ingress" : "  egress")
                        .append(isDeny ? "Deny: " : ": ")
                        .append(rules)
                        .append('\n');
            }
        }
        return yaml.toString();
    }

    private static String yaml(Rule rule) {
        var parts = new ArrayList<String>();
        rule.peers().ifPresent(peers -> parts.add(peers.yaml()));
        rule.ports().ifPresent(ports -> parts.add("toPorts: [{ports: [" + ports.yaml() + "]}]"));
        return "{" + String.join(", ", parts) + "}";
    }
}
