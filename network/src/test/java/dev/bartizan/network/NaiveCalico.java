package dev.bartizan.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A random cluster with policies of Calico, which can be written as manifests and be asked for one packet at a time. Written from the reference of
 * projectcalico.org/v3 without a look at the engine: no classes, no sets, no order but those of tiers, policies and text.
 */
final class NaiveCalico implements NaivePolicies {
    private static final List<String> NAMESPACES = List.of("alpha", "beta");
    private static final List<String> OUTSIDE = List.of("10.1.2.3", "10.200.0.1", "8.8.8.8");
    private static final List<String> BLOCKS = List.of("10.0.0.0/8", "10.128.0.0/9", "0.0.0.0/0");
    private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");
    private static final int[] PORTS = {53, 80, 81, 443, 8080};

    /** Tiers in their order. */
    private static final List<TierOfTest> TIERS = List.of(
            new TierOfTest("first", "10", true),
            new TierOfTest("loose", "20", false),
            new TierOfTest("default", "", true));

    private final Random random;
    private final List<PodOfTest> pods = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();

    private record TierOfTest(String name, String order, boolean isClosed) {}

    private record PodOfTest(String namespace, String name, Map<String, String> labels, String account, int http) {
        String id() {
            return namespace + "/" + name;
        }
    }

    /** A selector as text and as what it means. */
    private record Selector(String text, Predicate<Map<String, String>> meaning) {}

    private record Side(
            Optional<Selector> selector,
            Optional<Selector> notSelector,
            Optional<Selector> namespaces,
            Optional<String> account,
            List<String> nets,
            List<String> notNets,
            List<String> ports) {}

    private record Rule(boolean isIngress, String action, Optional<String> protocol, Side source, Side destination) {}

    private record Policy(
            Optional<String> namespace,
            String name,
            String tier,
            Optional<Integer> order,
            Selector selector,
            List<Boolean> types,
            List<Rule> rules) {
        Policy with(List<Rule> others) {
            return new Policy(namespace, name, tier, order, selector, types, others);
        }
    }

    NaiveCalico(long seed) {
        this.random = new Random(seed);
        for (int i = 4 + random.nextInt(4); i > 0; i--) {
            pods.add(new PodOfTest(
                    any(NAMESPACES),
                    "pod" + i,
                    labels(),
                    any(List.of("default", "robot")),
                    random.nextBoolean() ? 80 : 8080));
        }
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            policies.add(policy(i));
        }
    }

    private NaiveCalico(NaiveCalico other, List<PodOfTest> pods, List<Policy> policies) {
        this.random = other.random;
        this.pods.addAll(pods);
        this.policies.addAll(policies);
    }

    @Override
    public List<NaivePolicies> smaller(Packet packet) {
        return Stream.of(
                        Shrinking.without(policies).map(fewer -> new NaiveCalico(this, pods, fewer)),
                        Shrinking.without(pods)
                                .map(fewer -> new NaiveCalico(this, fewer, policies))
                                .filter(each -> each.holds(packet)),
                        Shrinking.within(policies, Policy::rules, Policy::with)
                                .map(fewer -> new NaiveCalico(this, pods, fewer)))
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

    private Selector selector(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> new Selector("app == 'web'", labels -> "web".equals(labels.get("app")));
            case 1 -> new Selector("stage != \"prod\"", labels -> !"prod".equals(labels.get("stage")));
            case 2 -> new Selector("has(stage)", labels -> labels.containsKey("stage"));
            case 3 ->
                new Selector(
                        "app in {'api', 'db'}", labels -> List.of("api", "db").contains(labels.get("app")));
            case 4 -> new Selector("stage not in {\"test\"}", labels -> !"test".equals(labels.get("stage")));
            case 5 ->
                new Selector(
                        "app ends with 'b'",
                        labels -> labels.getOrDefault("app", "").endsWith("b"));
            case 6 -> {
                Selector part = selector(depth - 1);
                yield new Selector(
                        "!(" + part.text() + ")", labels -> !part.meaning().test(labels));
            }
            case 7 -> {
                Selector one = selector(depth - 1);
                Selector other = selector(depth - 1);
                yield new Selector(
                        "(" + one.text() + ") && (" + other.text() + ")",
                        labels -> one.meaning().test(labels) && other.meaning().test(labels));
            }
            case 8 -> {
                Selector one = selector(depth - 1);
                Selector other = selector(depth - 1);
                yield new Selector(
                        one.text() + " || (" + other.text() + ")",
                        labels -> one.meaning().test(labels) || other.meaning().test(labels));
            }
            default -> throw new IllegalStateException("no such selector");
        };
    }

    private Policy policy(int number) {
        boolean hasIngress = random.nextBoolean();
        boolean hasEgress = !hasIngress || random.nextBoolean();
        var rules = new ArrayList<Rule>();
        for (int i = random.nextInt(4); i > 0; i--) {
            rules.add(rule(hasIngress && (!hasEgress || random.nextBoolean())));
        }
        return new Policy(
                random.nextBoolean() ? Optional.of(any(NAMESPACES)) : Optional.empty(),
                "p" + number,
                any(TIERS).name(),
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(random.nextInt(3)),
                selector(1),
                List.of(hasIngress, hasEgress),
                rules);
    }

    private Rule rule(boolean isIngress) {
        Optional<String> protocol = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(any(PROTOCOLS));
        return new Rule(
                isIngress,
                any(List.of("Allow", "Allow", "Deny", "Pass", "Log")),
                protocol,
                side(!isIngress, false),
                side(isIngress, protocol.isPresent()));
    }

    /** @param isOwn whether it is that of the policy's own pods */
    private Side side(boolean isOwn, boolean hasPorts) {
        int often = isOwn ? 5 : 2;
        boolean hasNets = !isOwn && random.nextInt(4) == 0;
        return new Side(
                random.nextInt(often) == 0 ? Optional.of(selector(2)) : Optional.empty(),
                random.nextInt(often * 2) == 0 ? Optional.of(selector(1)) : Optional.empty(),
                random.nextInt(often * 2) == 0 ? Optional.of(namespaceSelector()) : Optional.empty(),
                random.nextInt(often * 4) == 0 ? Optional.of("robot") : Optional.empty(),
                hasNets ? List.of(any(BLOCKS)) : List.of(),
                hasNets && random.nextBoolean() ? List.of(any(BLOCKS)) : List.of(),
                hasPorts && random.nextBoolean() ? List.of(any(List.of("80", "http", "53:443"))) : List.of());
    }

    private Selector namespaceSelector() {
        String name = any(NAMESPACES);
        return any(List.of(
                new Selector("projectcalico.org/name == '" + name + "'", labels -> name.equals(labels.get("name"))),
                new Selector("zone != '" + name + "'", labels -> !name.equals(labels.get("name"))),
                new Selector("all()", labels -> true)));
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
        for (TierOfTest tier : TIERS) {
            List<Policy> asked = policies.stream()
                    .filter(policy -> policy.tier().equals(tier.name()))
                    .filter(policy -> policy.types().get(isIngress ? 0 : 1))
                    .filter(policy -> policy.namespace()
                            .map(subject.get().namespace()::equals)
                            .orElse(true))
                    .filter(policy ->
                            policy.selector().meaning().test(subject.get().labels()))
                    .sorted(Comparator.<Policy>comparingInt(
                                    policy -> policy.order().orElse(Integer.MAX_VALUE))
                            .thenComparing(Policy::name))
                    .toList();
            String action = action(asked, packet, isIngress);
            boolean goesOn = action.equals("Pass") || (action.isEmpty() && (asked.isEmpty() || !tier.isClosed()));
            if (!goesOn) {
                return action.equals("Allow");
            }
        }
        return true;
    }

    private String action(List<Policy> asked, Packet packet, boolean isIngress) {
        for (Policy policy : asked) {
            for (Rule rule : policy.rules()) {
                boolean decides =
                        rule.isIngress() == isIngress && !rule.action().equals("Log");
                if (decides && matches(policy, rule, packet)) {
                    return rule.action();
                }
            }
        }
        return "";
    }

    private boolean matches(Policy policy, Rule rule, Packet packet) {
        return rule.protocol().map(packet.protocol()::equals).orElse(true)
                && fits(policy, rule.source(), packet.from())
                && fits(policy, rule.destination(), packet.to())
                && (rule.destination().ports().isEmpty()
                        || rule.destination().ports().stream().anyMatch(port -> isPort(port, packet)));
    }

    private boolean fits(Policy policy, Side side, String party) {
        Optional<PodOfTest> pod = pod(party);
        boolean needsPod = side.selector().isPresent()
                || side.namespaces().isPresent()
                || side.account().isPresent()
                || (side.notSelector().isPresent() && policy.namespace().isPresent());
        boolean isMeant =
                !needsPod || pod.filter(one -> isSelected(policy, side, one)).isPresent();
        boolean isExcepted = side.notSelector()
                .flatMap(selector -> pod.filter(one -> selector.meaning().test(one.labels())))
                .isPresent();
        boolean isWithin = side.nets().isEmpty() || (pod.isEmpty() && isIn(party, side.nets()));
        return isMeant && !isExcepted && isWithin && (pod.isPresent() || !isIn(party, side.notNets()));
    }

    private static boolean isSelected(Policy policy, Side side, PodOfTest pod) {
        boolean isInNamespace = side.namespaces()
                .map(selector -> selector.meaning().test(Map.of("name", pod.namespace())))
                .orElseGet(() -> policy.namespace().map(pod.namespace()::equals).orElse(true));
        return isInNamespace
                && side.selector()
                        .map(selector -> selector.meaning().test(pod.labels()))
                        .orElse(true)
                && side.account().map(pod.account()::equals).orElse(true);
    }

    private static boolean isIn(String address, List<String> blocks) {
        return blocks.stream().anyMatch(block -> {
            String[] parts = block.split("/", 2);
            int shift = 32 - Integer.parseInt(parts[1]);
            return shift == 32 || number(address) >>> shift == number(parts[0]) >>> shift;
        });
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.", -1)) {
            number = number << 8 | Long.parseLong(part);
        }
        return number;
    }

    /** The port that has a name is of TCP. */
    private boolean isPort(String port, Packet packet) {
        return switch (port) {
            case "http" ->
                packet.protocol().equals("TCP")
                        && pod(packet.to())
                                .filter(pod -> pod.http() == packet.port())
                                .isPresent();
            case "80" -> packet.port() == 80;
            case String _ -> packet.port() >= 53 && packet.port() <= 443;
        };
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
        TIERS.stream()
                .filter(tier -> !tier.order().isEmpty())
                .forEach(tier ->
                        yaml.append("""
                ---
                apiVersion: projectcalico.org/v3
                kind: Tier
                metadata: {name: %s}
                spec: {order: %s, defaultAction: %s}
                """.formatted(tier.name(), tier.order(), tier.isClosed() ? "Deny" : "Pass")));
        pods.forEach(pod -> yaml.append("""
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: %s, labels: %s}
                spec: {serviceAccountName: %s, containers: [{name: c, image: c, ports: [{name: http, containerPort: %s}]}]}
                """.formatted(
                pod.name(), pod.namespace(), pod.labels().toString().replace("=", ": "), pod.account(), pod.http())));
        policies.forEach(policy -> yaml.append(yaml(policy)));
        return yaml.toString();
    }

    private static String yaml(Policy policy) {
        var yaml = new StringBuilder("---\napiVersion: projectcalico.org/v3\nkind: "
                + (policy.namespace().isPresent() ? "NetworkPolicy" : "GlobalNetworkPolicy") + "\nmetadata: {name: "
                + policy.name()
                + policy.namespace().map(name -> ", namespace: " + name).orElse("") + "}\nspec:\n");
        yaml.append("  tier: ").append(policy.tier()).append('\n');
        policy.order().ifPresent(order -> yaml.append("  order: ").append(order).append('\n'));
        yaml.append("  selector: ").append(quoted(policy.selector())).append("\n  types:\n");
        yaml.append(policy.types().get(0) ? "  - Ingress\n" : "")
                .append(policy.types().get(1) ? "  - Egress\n" : "");
        for (boolean isIngress : List.of(true, false)) {
            yaml.append(isIngress ? "  ingress:\n" : "  egress:\n");
            policy.rules().stream()
                    .filter(rule -> rule.isIngress() == isIngress)
                    .forEach(rule -> yaml.append("  - action: %s\n%s    source: {%s}\n    destination: {%s}\n"
                            .formatted(
                                    rule.action(),
                                    rule.protocol()
                                            .map(protocol -> "    protocol: " + protocol + "\n")
                                            .orElse(""),
                                    yaml(rule.source()),
                                    yaml(rule.destination()))));
        }
        return yaml.toString();
    }

    private static String yaml(Side side) {
        var fields = new ArrayList<String>();
        side.selector().ifPresent(selector -> fields.add("selector: " + quoted(selector)));
        side.notSelector().ifPresent(selector -> fields.add("notSelector: " + quoted(selector)));
        side.namespaces().ifPresent(selector -> fields.add("namespaceSelector: " + quoted(selector)));
        side.account().ifPresent(account -> fields.add("serviceAccounts: {names: [" + account + "]}"));
        if (!side.nets().isEmpty()) {
            fields.add("nets: " + side.nets());
        }
        if (!side.notNets().isEmpty()) {
            fields.add("notNets: " + side.notNets());
        }
        if (!side.ports().isEmpty()) {
            fields.add("ports: " + side.ports().stream().collect(Collectors.joining("\", \"", "[\"", "\"]")));
        }
        return String.join(", ", fields);
    }

    private static String quoted(Selector selector) {
        return "'" + selector.text().replace("'", "''") + "'";
    }
}
