package dev.bartizan.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A random platform with Istio that can be written as manifests and be asked for one request at a time. Written from the specifications of AuthorizationPolicy and
 * PeerAuthentication without a look at the engine: no classes, no sets, no order but the one of the text.
 */
final class NaiveMesh {
    private static final List<String> NAMESPACES = List.of("istio-system", "alpha", "beta");
    private static final List<String> ACCOUNTS = List.of("one", "two");
    private static final List<String> PRINCIPALS = List.of(
            "cluster.local/ns/alpha/sa/one",
            "cluster.local/ns/beta/*",
            "*/sa/two",
            "*",
            "cluster.local/ns/none/sa/one");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");
    private static final List<String> PATHS =
            List.of("/", "/a", "/a/b", "/b", "/b/a", "/c", "/x", "/x/a", "/a/x", "/b/x");
    private static final List<String> METHOD_PATTERNS = List.of("GET", "POST", "P*", "*");
    private static final List<String> PATH_PATTERNS = List.of("/a", "/a*", "*a", "/b/*", "/*", "/c");
    static final int[] PORTS = {80, 81, 6379};

    private final Random random;
    private final List<Pod> pods = new ArrayList<>();
    private final List<Authorization> authorizations = new ArrayList<>();
    private final List<Authentication> authentications = new ArrayList<>();

    /** A connection that somebody opens. */
    record Opened(String from, String to, int port) {}

    private record Pod(String namespace, String name, String app, String account, boolean hasProxy) {
        String id() {
            return namespace + "/" + name;
        }
    }

    private record Listed(List<String> values, boolean isNegated) {
        boolean isNone() {
            return values.isEmpty();
        }

        boolean holds(String value) {
            return isNone() || values.stream().anyMatch(pattern -> isLike(value, pattern)) != isNegated;
        }

        String yaml(String field) {
            String name =
                    isNegated ? "not" + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1) : field;
            return isNone() ? "" : name + ": ['" + String.join("', '", values) + "'], ";
        }
    }

    private record Rule(Listed principals, Listed namespaces, Listed ports, Listed methods, Listed paths) {}

    private record Authorization(String namespace, String name, String app, String action, List<Rule> rules) {
        Authorization with(List<Rule> others) {
            return new Authorization(namespace, name, app, action, others);
        }
    }

    private record Authentication(String namespace, String app, String mode, int port, String portMode) {}

    private record Request(Optional<Pod> from, int port, String method, String path) {}

    NaiveMesh(long seed) {
        this.random = new Random(seed);
        for (int i = 3 + random.nextInt(3); i > 0; i--) {
            pods.add(new Pod(
                    any(NAMESPACES), "pod" + i, any(List.of("web", "db")), any(ACCOUNTS), random.nextInt(4) > 0));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            var rules = new ArrayList<Rule>();
            for (int j = random.nextInt(3); j > 0; j--) {
                rules.add(rule());
            }
            authorizations.add(new Authorization(
                    any(NAMESPACES),
                    "policy" + i,
                    app(),
                    random.nextInt(3) == 0 ? "ALLOW" : any(List.of("ALLOW", "DENY")),
                    rules));
        }
        for (String namespace : NAMESPACES) {
            if (random.nextInt(3) == 0) {
                authentications.add(new Authentication(namespace, "", mode(), 0, ""));
            }
            if (random.nextInt(3) == 0 && !namespace.equals("istio-system")) {
                authentications.add(new Authentication(namespace, "db", mode(), any(List.of(0, 80)), mode()));
            }
        }
    }

    private NaiveMesh(
            NaiveMesh other, List<Pod> pods, List<Authorization> authorizations, List<Authentication> authentications) {
        this.random = other.random;
        this.pods.addAll(pods);
        this.authorizations.addAll(authorizations);
        this.authentications.addAll(authentications);
    }

    /** With one policy, rule or pod less; the pods of the connection stay. */
    List<NaiveMesh> smaller(Opened opened) {
        return Stream.of(
                        Shrinking.without(authorizations)
                                .map(fewer -> new NaiveMesh(this, pods, fewer, authentications)),
                        Shrinking.without(authentications)
                                .map(fewer -> new NaiveMesh(this, pods, authorizations, fewer)),
                        Shrinking.without(pods)
                                .map(fewer -> new NaiveMesh(this, fewer, authorizations, authentications))
                                .filter(each -> each.opened().contains(opened)),
                        Shrinking.within(authorizations, Authorization::rules, Authorization::with)
                                .map(fewer -> new NaiveMesh(this, pods, fewer, authentications)))
                .flatMap(each -> each)
                .toList();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String app() {
        return random.nextBoolean() ? "" : any(List.of("web", "db"));
    }

    private String mode() {
        return any(List.of("STRICT", "PERMISSIVE", "DISABLE", "UNSET"));
    }

    private Rule rule() {
        boolean isOfRequests = random.nextInt(3) > 0;
        return new Rule(
                listed(PRINCIPALS, 4),
                listed(NAMESPACES, 4),
                listed(List.of("80", "81"), 4),
                isOfRequests ? listed(METHOD_PATTERNS, 2) : new Listed(List.of(), false),
                isOfRequests ? listed(PATH_PATTERNS, 2) : new Listed(List.of(), false));
    }

    private Listed listed(List<String> values, int seldom) {
        if (random.nextInt(seldom) > 0) {
            return new Listed(List.of(), false);
        }
        return new Listed(
                random.nextBoolean() ? List.of(any(values)) : List.of(any(values), any(values)),
                random.nextInt(3) == 0);
    }

    private static boolean isLike(String value, String pattern) {
        if (pattern.equals("*")) {
            return !value.isEmpty();
        }
        return pattern.endsWith("*")
                ? value.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.startsWith("*") ? value.endsWith(pattern.substring(1)) : value.equals(pattern);
    }

    List<Opened> opened() {
        var opened = new ArrayList<Opened>();
        for (Pod to : pods) {
            for (int port : PORTS) {
                opened.add(new Opened("9.9.9.9", to.id(), port));
                pods.stream()
                        .filter(from -> !from.equals(to))
                        .forEach(from -> opened.add(new Opened(from.id(), to.id(), port)));
            }
        }
        return opened;
    }

    /** Whether some request gets through; port 6379 carries none, but a connection. */
    boolean passes(Opened asked) {
        Optional<Pod> from =
                pods.stream().filter(pod -> pod.id().equals(asked.from())).findFirst();
        Pod to = pods.stream()
                .filter(pod -> pod.id().equals(asked.to()))
                .findFirst()
                .orElseThrow();
        if (!to.hasProxy()) {
            return true;
        }
        if (asked.port() == 6379) {
            return passes(new Request(from, 6379, "", ""), to);
        }
        for (String method : METHODS) {
            for (String path : PATHS) {
                if (passes(new Request(from, asked.port(), method, path), to)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean passes(Request request, Pod to) {
        String mode = mode(to, request.port());
        boolean hasCertificate = request.from().map(Pod::hasProxy).orElse(false);
        if (mode.equals("STRICT") && !hasCertificate) {
            return false;
        }
        Optional<Pod> identity =
                mode.equals("DISABLE") ? Optional.empty() : request.from().filter(Pod::hasProxy);
        boolean isHttp = !request.path().isEmpty();
        List<Authorization> own =
                authorizations.stream().filter(each -> selects(each, to)).toList();
        for (Authorization each : own) {
            if (each.action().equals("DENY")
                    && each.rules().stream().anyMatch(rule -> matches(rule, identity, request, isHttp, true))) {
                return false;
            }
        }
        List<Authorization> allowing =
                own.stream().filter(each -> each.action().equals("ALLOW")).toList();
        return allowing.isEmpty()
                || allowing.stream()
                        .flatMap(each -> each.rules().stream())
                        .anyMatch(rule -> matches(rule, identity, request, isHttp, false));
    }

    private static boolean selects(Authorization policy, Pod pod) {
        boolean isInScope =
                policy.namespace().equals("istio-system") || policy.namespace().equals(pod.namespace());
        return isInScope && (policy.app().isEmpty() || policy.app().equals(pod.app()));
    }

    private static boolean matches(
            Rule rule, Optional<Pod> identity, Request request, boolean isHttp, boolean isMissingAMatch) {
        String principal = identity.map(pod -> "cluster.local/ns/" + pod.namespace() + "/sa/" + pod.account())
                .orElse("");
        String namespace = identity.map(Pod::namespace).orElse("");
        boolean asksForHttp = !rule.methods().isNone() || !rule.paths().isNone();
        boolean matchesRequest = isHttp
                ? rule.methods().holds(request.method()) && rule.paths().holds(request.path())
                : !asksForHttp || isMissingAMatch;
        return rule.principals().holds(principal)
                && rule.namespaces().holds(namespace)
                && rule.ports().holds(Integer.toString(request.port()))
                && matchesRequest;
    }

    /** Of the workload, else of its namespace, else of the mesh. */
    private String mode(Pod pod, int port) {
        List<Optional<Authentication>> scopes = List.of(
                authentication(pod.namespace(), pod.app()),
                authentication(pod.namespace(), ""),
                authentication("istio-system", ""));
        for (Optional<Authentication> scope : scopes) {
            String said = scope.map(each ->
                            each.port() == port && !each.portMode().equals("UNSET") ? each.portMode() : each.mode())
                    .orElse("UNSET");
            if (!said.equals("UNSET")) {
                return said;
            }
        }
        return "PERMISSIVE";
    }

    private Optional<Authentication> authentication(String namespace, String app) {
        return authentications.stream()
                .filter(each -> each.namespace().equals(namespace) && each.app().equals(app))
                .findFirst();
    }

    String yaml() {
        var yaml = new StringBuilder();
        for (Pod pod : pods) {
            yaml.append("""
                    ---
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: %s, namespace: %s, labels: {app: %s, sidecar.istio.io/inject: '%s'}}
                    spec: {serviceAccountName: %s, containers: [{name: c, image: c}]}
                    """.formatted(pod.name(), pod.namespace(), pod.app(), pod.hasProxy(), pod.account()));
        }
        for (String namespace : NAMESPACES) {
            for (String app : List.of("web", "db")) {
                yaml.append("""
                        ---
                        apiVersion: v1
                        kind: Service
                        metadata: {name: redis-%s, namespace: %s}
                        spec: {selector: {app: %s}, ports: [{name: redis, port: 6379}]}
                        """.formatted(app, namespace, app));
            }
        }
        authorizations.forEach(each -> yaml.append(yaml(each)));
        authentications.forEach(each -> yaml.append(yaml(each)));
        return yaml.toString();
    }

    private static String yaml(Authorization policy) {
        var rules = new ArrayList<String>();
        for (Rule rule : policy.rules()) {
            String source =
                    rule.principals().yaml("principals") + rule.namespaces().yaml("namespaces");
            String operation = rule.ports().yaml("ports")
                    + rule.methods().yaml("methods")
                    + rule.paths().yaml("paths");
            rules.add("{" + (source.isEmpty() ? "" : "from: [{source: {" + source + "}}], ")
                    + (operation.isEmpty() ? "" : "to: [{operation: {" + operation + "}}]") + "}");
        }
        return """
                ---
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: %s, namespace: %s}
                spec: {action: %s, %srules: [%s]}
                """.formatted(
                policy.name(), policy.namespace(), policy.action(), selector(policy.app()), String.join(", ", rules));
    }

    private static String yaml(Authentication policy) {
        String ports = policy.port() == 0
                ? ""
                : "portLevelMtls: {'" + policy.port() + "': {mode: " + policy.portMode() + "}}, ";
        return """
                ---
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: %s, namespace: %s}
                spec: {%s%smtls: {mode: %s}}
                """.formatted(
                        policy.app().isEmpty() ? "default" : policy.app(),
                        policy.namespace(),
                        selector(policy.app()),
                        ports,
                        policy.mode());
    }

    private static String selector(String app) {
        return app.isEmpty() ? "" : "selector: {matchLabels: {app: " + app + "}}, ";
    }
}
