package dev.bartizan.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A random cluster that can be written as manifests and be asked for one packet at a time. Written from the specifications of NetworkPolicy and
 * ClusterNetworkPolicy without a look at the engine: no classes, no sets, no order but the one of the text.
 */
final class NaiveCluster {
    private static final List<String> NAMESPACES = List.of("alpha", "beta", "gamma");
    private static final List<String> OUTSIDE = List.of("10.1.2.3", "10.200.0.1", "192.168.7.7", "8.8.8.8");
    private static final List<String> BLOCKS = List.of("10.0.0.0/8", "0.0.0.0/0", "192.168.0.0/16", "10.128.0.0/9");
    private static final List<String> ADDRESSES = List.of("10.3.3.3", "10.222.0.1", "192.168.1.1", "172.16.0.9");
    private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");
    private static final int[] PORTS = {53, 79, 80, 81, 443, 8080, 8081, 9000};

    private final Random random;
    private final boolean isOpen;
    private final List<Pod> pods = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();

    /**
     * What no manifest tells.
     *
     * @param addresses of pods by their ids
     * @param isReversed in which order policies of one priority are asked
     */
    record World(Map<String, String> addresses, boolean isReversed) {
        /** In which no block of addresses holds a pod. */
        static final World OF_NP_GUARD = new World(Map.of(), false);
    }

    /** A packet that opens a connection. */
    record Packet(String from, String to, String protocol, int port) {}

    private record Pod(String namespace, String name, Map<String, String> labels, Optional<Integer> http) {
        String id() {
            return namespace + "/" + name;
        }
    }

    /** Of labels: a key and the values that will do; with none, any value will. */
    private record Wanted(String key, List<String> values, boolean isNegated) {
        boolean holds(Map<String, String> labels) {
            boolean holds =
                    labels.containsKey(key) && (values.isEmpty() || values.contains(labels.getOrDefault(key, "")));
            return holds != isNegated;
        }

        String yaml() {
            String operator = values.isEmpty() ? (isNegated ? "DoesNotExist" : "Exists") : isNegated ? "NotIn" : "In";
            return "{matchExpressions: [{key: " + key + ", operator: " + operator
                    + (values.isEmpty() ? "" : ", values: " + values) + "}]}";
        }
    }

    private record Peer(Optional<Wanted> namespaces, Optional<Wanted> pods, String block, String except) {}

    private record Port(String protocol, int first, int last, boolean isNamed) {}

    private record Rule(boolean isIngress, String action, List<Peer> peers, List<Port> ports) {}

    private record Policy(
            String kind,
            String namespace,
            String name,
            String tier,
            int priority,
            Peer subject,
            List<Boolean> types,
            List<Rule> rules) {
        Policy with(List<Rule> others) {
            return new Policy(kind, namespace, name, tier, priority, subject, types, others);
        }
    }

    /** One in which everything is decided by what is written, as np-guard reads it. */
    static NaiveCluster decided(long seed) {
        return new NaiveCluster(seed, false);
    }

    /** One whose policies may have the same priority, and blocks of addresses for peers of every kind. */
    static NaiveCluster open(long seed) {
        return new NaiveCluster(seed, true);
    }

    /** With policies of namespaces only, all of which decide. */
    static NaiveCluster ofSize(long seed, int pods, int policies) {
        return new NaiveCluster(seed, pods, policies);
    }

    /** How many different ports its packets have. */
    static int ports() {
        return PORTS.length;
    }

    private NaiveCluster(long seed, int pods, int policies) {
        this.random = new Random(seed);
        this.isOpen = false;
        addPods(pods);
        addPolicies(policies);
    }

    private NaiveCluster(long seed, boolean isOpen) {
        this.random = new Random(seed);
        this.isOpen = isOpen;
        addPods(4 + random.nextInt(5));
        addPolicies(random.nextInt(6));
        for (int i = random.nextInt(5); i > 0; i--) {
            policies.add(clusterPolicy(i));
        }
    }

    private NaiveCluster(NaiveCluster other, List<Pod> pods, List<Policy> policies) {
        this.random = other.random;
        this.isOpen = other.isOpen;
        this.pods.addAll(pods);
        this.policies.addAll(policies);
    }

    /** With one policy, rule or pod less; the pods of the packet stay. */
    List<NaiveCluster> smaller(Packet packet) {
        return Stream.of(
                        Shrinking.without(policies).map(fewer -> new NaiveCluster(this, pods, fewer)),
                        Shrinking.without(pods)
                                .map(fewer -> new NaiveCluster(this, fewer, policies))
                                .filter(each -> each.holds(packet)),
                        Shrinking.within(policies, Policy::rules, Policy::with)
                                .map(fewer -> new NaiveCluster(this, pods, fewer)))
                .flatMap(each -> each)
                .toList();
    }

    private boolean holds(Packet packet) {
        return Stream.of(packet.from(), packet.to()).allMatch(end -> OUTSIDE.contains(end) || pod(end).isPresent());
    }

    private void addPods(int count) {
        for (int i = 0; i < count; i++) {
            pods.add(new Pod(
                    any(NAMESPACES),
                    "pod" + i,
                    labels(),
                    random.nextInt(3) == 0 ? Optional.empty() : Optional.of(random.nextBoolean() ? 80 : 8080)));
        }
    }

    private void addPolicies(int count) {
        for (int i = count; i > 0; i--) {
            policies.add(namespacePolicy(i));
        }
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

    private Wanted wantedPods() {
        return random.nextBoolean()
                ? new Wanted(
                        "app", random.nextBoolean() ? List.of("web") : List.of("api", "db"), random.nextInt(4) == 0)
                : new Wanted("stage", random.nextBoolean() ? List.of() : List.of("prod"), random.nextInt(3) == 0);
    }

    private Wanted wantedNamespaces() {
        return new Wanted(
                "kubernetes.io/metadata.name", List.of(any(NAMESPACES), any(NAMESPACES)), random.nextInt(4) == 0);
    }

    private Policy namespacePolicy(int number) {
        var rules = new ArrayList<Rule>();
        boolean hasIngress = random.nextBoolean();
        boolean hasEgress = !hasIngress || random.nextBoolean();
        for (int i = random.nextInt(3); i > 0; i--) {
            boolean isIngress = hasIngress && (!hasEgress || random.nextBoolean());
            rules.add(new Rule(isIngress, "Accept", peers(true), ports(true)));
        }
        String namespace = any(NAMESPACES);
        var subject = new Peer(
                Optional.empty(), random.nextInt(3) == 0 ? Optional.empty() : Optional.of(wantedPods()), "", "");
        return new Policy(
                "NetworkPolicy", namespace, "np" + number, "", 0, subject, List.of(hasIngress, hasEgress), rules);
    }

    private Policy clusterPolicy(int number) {
        var rules = new ArrayList<Rule>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            boolean isIngress = random.nextBoolean();
            List<Peer> peers = isOpen && !isIngress && random.nextBoolean()
                    ? List.of(new Peer(Optional.empty(), Optional.empty(), any(BLOCKS), ""))
                    : peers(false);
            rules.add(new Rule(isIngress, any(List.of("Accept", "Deny", "Pass")), peers, ports(false)));
        }
        var subject = new Peer(Optional.of(wantedNamespaces()), Optional.of(wantedPods()), "", "");
        return new Policy(
                "ClusterNetworkPolicy",
                "",
                "cnp" + number,
                random.nextBoolean() ? "Admin" : "Baseline",
                isOpen ? 10 * (number / 2) : 10 * number,
                subject,
                List.of(),
                rules);
    }

    private List<Peer> peers(boolean isNamespaced) {
        var peers = new ArrayList<Peer>();
        for (int i = isNamespaced ? random.nextInt(3) : 1 + random.nextInt(2); i > 0; i--) {
            if (isNamespaced && random.nextInt(3) == 0) {
                String block = any(BLOCKS);
                peers.add(new Peer(
                        Optional.empty(), Optional.empty(), block, block.equals("10.0.0.0/8") ? "10.128.0.0/9" : ""));
            } else {
                boolean hasNamespaces = !isNamespaced || random.nextBoolean();
                boolean hasPods = !hasNamespaces || random.nextBoolean() || !isNamespaced;
                peers.add(new Peer(
                        hasNamespaces ? Optional.of(wantedNamespaces()) : Optional.empty(),
                        hasPods ? Optional.of(wantedPods()) : Optional.empty(),
                        "",
                        ""));
            }
        }
        return peers;
    }

    private List<Port> ports(boolean isNamespaced) {
        var ports = new ArrayList<Port>();
        for (int i = random.nextInt(3); i > 0; i--) {
            int first = PORTS[random.nextInt(PORTS.length)];
            if (random.nextInt(4) == 0) {
                ports.add(new Port(isNamespaced ? any(PROTOCOLS) : "TCP", 0, 0, true));
            } else {
                ports.add(new Port(any(PROTOCOLS), first, random.nextBoolean() ? first : first + 100, false));
            }
        }
        return ports;
    }

    List<Packet> packets() {
        var packets = new ArrayList<Packet>();
        for (Pod pod : pods) {
            for (Pod other : pods) {
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

    /** One of the many that these manifests may stand for. */
    World world() {
        var addresses = new TreeMap<String, String>();
        pods.forEach(pod -> addresses.put(pod.id(), any(ADDRESSES)));
        return new World(addresses, random.nextBoolean());
    }

    boolean isAllowed(Packet packet, World world) {
        return passes(packet, false, world) && passes(packet, true, world);
    }

    private boolean passes(Packet packet, boolean isIngress, World world) {
        Optional<Pod> subject = pod(isIngress ? packet.to() : packet.from());
        if (subject.isEmpty()) {
            return true;
        }
        Optional<String> admin = ordered("Admin", packet, isIngress, subject.get(), world);
        if (admin.isPresent() && !admin.get().equals("Pass")) {
            return admin.get().equals("Accept");
        }
        List<Policy> isolating = policies.stream()
                .filter(policy -> policy.kind().equals("NetworkPolicy"))
                .filter(policy -> policy.types().get(isIngress ? 0 : 1))
                .filter(policy -> selects(policy, subject.get()))
                .toList();
        if (!isolating.isEmpty()) {
            return isolating.stream()
                    .flatMap(policy -> policy.rules().stream()
                            .filter(rule -> rule.isIngress() == isIngress)
                            .filter(rule -> matches(policy, rule, packet, world)))
                    .findAny()
                    .isPresent();
        }
        return ordered("Baseline", packet, isIngress, subject.get(), world)
                .map(action -> !action.equals("Deny"))
                .orElse(true);
    }

    private Optional<String> ordered(String tier, Packet packet, boolean isIngress, Pod subject, World world) {
        return policies.stream()
                .filter(policy -> policy.tier().equals(tier) && selects(policy, subject))
                .sorted(Comparator.comparingInt(Policy::priority)
                        .thenComparing(
                                Policy::name,
                                world.isReversed() ? Comparator.reverseOrder() : Comparator.naturalOrder()))
                .flatMap(policy -> policy.rules().stream()
                        .filter(rule -> rule.isIngress() == isIngress && matches(policy, rule, packet, world))
                        .map(Rule::action))
                .findFirst();
    }

    private static boolean selects(Policy policy, Pod pod) {
        boolean isInNamespace = policy.namespace().isEmpty()
                ? policy.subject().namespaces().orElseThrow().holds(namespaceLabels(pod))
                : policy.namespace().equals(pod.namespace());
        return isInNamespace
                && policy.subject()
                        .pods()
                        .map(wanted -> wanted.holds(pod.labels()))
                        .orElse(true);
    }

    private static Map<String, String> namespaceLabels(Pod pod) {
        return Map.of("kubernetes.io/metadata.name", pod.namespace());
    }

    private boolean matches(Policy policy, Rule rule, Packet packet, World world) {
        String peer = rule.isIngress() ? packet.from() : packet.to();
        boolean isPeer = (rule.peers().isEmpty() && policy.kind().equals("NetworkPolicy"))
                || rule.peers().stream().anyMatch(wanted -> isPeer(policy, wanted, peer, world));
        return isPeer
                && (rule.ports().isEmpty() || rule.ports().stream().anyMatch(port -> isPort(policy, port, packet)));
    }

    private boolean isPeer(Policy policy, Peer wanted, String peer, World world) {
        Optional<Pod> pod = pod(peer);
        if (!wanted.block().isEmpty()) {
            String address = pod.isEmpty() ? peer : world.addresses().getOrDefault(peer, "");
            return !address.isEmpty()
                    && isWithin(address, wanted.block())
                    && (wanted.except().isEmpty() || !isWithin(address, wanted.except()));
        }
        return pod.filter(one -> wanted.namespaces()
                        .map(namespaces -> namespaces.holds(namespaceLabels(one)))
                        .orElse(one.namespace().equals(policy.namespace())))
                .filter(one ->
                        wanted.pods().map(pods -> pods.holds(one.labels())).orElse(true))
                .isPresent();
    }

    private static boolean isWithin(String address, String block) {
        String[] parts = block.split("/", 2);
        int shift = 32 - Integer.parseInt(parts[1]);
        return shift == 32 || number(address) >>> shift == number(parts[0]) >>> shift;
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.", -1)) {
            number = number << 8 | Long.parseLong(part);
        }
        return number;
    }

    private boolean isPort(Policy policy, Port port, Packet packet) {
        if (port.isNamed()) {
            boolean isTcp = packet.protocol().equals("TCP")
                    && (port.protocol().equals("TCP") || !policy.kind().equals("NetworkPolicy"));
            return isTcp
                    && pod(packet.to())
                            .flatMap(Pod::http)
                            .filter(http -> http == packet.port())
                            .isPresent();
        }
        return port.protocol().equals(packet.protocol())
                && port.first() <= packet.port()
                && packet.port() <= port.last();
    }

    private Optional<Pod> pod(String id) {
        return pods.stream().filter(pod -> pod.id().equals(id)).findFirst();
    }

    String yaml() {
        var yaml = new StringBuilder();
        for (Pod pod : pods) {
            yaml.append("---\napiVersion: v1\nkind: Pod\nmetadata: {name: %s, namespace: %s, labels: %s}\n"
                            .formatted(pod.name(), pod.namespace(), flow(pod.labels())))
                    .append("spec: {containers: [{name: c, image: c%s}]}\n"
                            .formatted(pod.http()
                                    .map(port -> ", ports: [{name: http, containerPort: " + port + "}]")
                                    .orElse("")));
        }
        policies.forEach(policy -> yaml.append(yaml(policy)));
        return yaml.toString();
    }

    private static String flow(Map<String, String> labels) {
        return labels.toString().replace("=", ": ");
    }

    private static String yaml(Policy policy) {
        boolean isNamespaced = policy.kind().equals("NetworkPolicy");
        var yaml = new StringBuilder("---\napiVersion: "
                + (isNamespaced ? "networking.k8s.io/v1" : "policy.networking.k8s.io/v1alpha2") + "\nkind: "
                + policy.kind() + "\nmetadata: {name: " + policy.name()
                + (isNamespaced ? ", namespace: " + policy.namespace() : "") + "}\nspec:\n");
        if (isNamespaced) {
            yaml.append("  podSelector: ")
                    .append(policy.subject().pods().map(Wanted::yaml).orElse("{}"))
                    .append("\n  policyTypes: [")
                    .append(policy.types().get(0) ? "Ingress" : "")
                    .append(policy.types().get(0) && policy.types().get(1) ? ", " : "")
                    .append(policy.types().get(1) ? "Egress" : "")
                    .append("]\n");
        } else {
            yaml.append("  tier: %s\n  priority: %s\n  subject: {pods: {namespaceSelector: %s, podSelector: %s}}\n"
                    .formatted(
                            policy.tier(),
                            policy.priority(),
                            policy.subject().namespaces().orElseThrow().yaml(),
                            policy.subject().pods().orElseThrow().yaml()));
        }
        for (boolean isIngress : List.of(true, false)) {
            yaml.append(isIngress ? "  ingress:\n" : "  egress:\n");
            policy.rules().stream()
                    .filter(rule -> rule.isIngress() == isIngress)
                    .forEach(rule -> yaml.append(yaml(rule, isNamespaced)));
        }
        return yaml.toString();
    }

    private static String yaml(Rule rule, boolean isNamespaced) {
        var yaml = new StringBuilder(
                isNamespaced ? "  - ports:\n" : "  - action: " + rule.action() + "\n    protocols:\n");
        for (Port port : rule.ports()) {
            yaml.append("    - ")
                    .append(isNamespaced ? yaml(port) : clusterYaml(port))
                    .append('\n');
        }
        yaml.append("    ").append(rule.isIngress() ? "from:\n" : "to:\n");
        for (Peer peer : rule.peers()) {
            yaml.append("    - ")
                    .append(isNamespaced ? yaml(peer) : clusterYaml(peer))
                    .append('\n');
        }
        return yaml.toString();
    }

    private static String yaml(Port port) {
        if (port.isNamed()) {
            return "{protocol: %s, port: http}".formatted(port.protocol());
        }
        return "{protocol: %s, port: %s%s}"
                .formatted(
                        port.protocol(), port.first(), port.last() > port.first() ? ", endPort: " + port.last() : "");
    }

    private static String clusterYaml(Port port) {
        if (port.isNamed()) {
            return "{destinationNamedPort: http}";
        }
        String destination = port.last() > port.first()
                ? "range: {start: %s, end: %s}".formatted(port.first(), port.last())
                : "number: " + port.first();
        return "{%s: {destinationPort: {%s}}}".formatted(port.protocol().toLowerCase(Locale.ROOT), destination);
    }

    private static String yaml(Peer peer) {
        if (!peer.block().isEmpty()) {
            return "ipBlock: {cidr: %s%s}"
                    .formatted(peer.block(), peer.except().isEmpty() ? "" : ", except: [" + peer.except() + "]");
        }
        var parts = new ArrayList<String>();
        peer.namespaces().ifPresent(wanted -> parts.add("namespaceSelector: " + wanted.yaml()));
        peer.pods().ifPresent(wanted -> parts.add("podSelector: " + wanted.yaml()));
        return "{" + String.join(", ", parts) + "}";
    }

    private static String clusterYaml(Peer peer) {
        if (!peer.block().isEmpty()) {
            return "networks: [" + peer.block() + "]";
        }
        return "pods: {namespaceSelector: %s, podSelector: %s}"
                .formatted(
                        peer.namespaces().orElseThrow().yaml(),
                        peer.pods().orElseThrow().yaml());
    }
}
