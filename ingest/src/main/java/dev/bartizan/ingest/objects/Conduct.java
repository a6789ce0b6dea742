package dev.bartizan.ingest.objects;

import dev.bartizan.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a workload shows itself to be by the way it runs, when nothing that we know of matches: an agent that holds every node in hand, or a shell that
 * waits for people.
 *
 * @param role of the vocabulary
 * @param reason what shows it, in words
 */
record Conduct(String role, String reason) {
    /**
     * Places of a node that make whoever holds them its master, beside its root; {@code /var/run} is {@code /run}. Less, such as logs to read or a cache of
     * weights, shows too little. So nothing is lost where a check excepts agents of nodes: what these places give away is more.
     */
    private static final List<String> NODE_IN_HAND = List.of(
            "/dev",
            "/etc",
            "/etc/kubernetes",
            "/proc",
            "/run",
            "/run/containerd",
            "/run/containerd/containerd.sock",
            "/run/crio",
            "/run/crio/crio.sock",
            "/run/docker.sock",
            "/run/k3s/containerd/containerd.sock",
            "/var/lib/containerd",
            "/var/lib/docker",
            "/var/lib/kubelet");

    /** They run as long as they are let, where a Job would be done some day. */
    private static final Set<String> LASTING = Set.of("Pod", "Deployment", "StatefulSet", "ReplicaSet");

    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh");
    private static final Set<String> COMMAND_OPTIONS = Set.of("-c", "-lc", "-ec");
    private static final int LONGEST_WAIT = 120;
    private static final String WAIT =
            "(?:/usr)?(?:/bin/)?(?:sleep (?:infinity|inf|\\d{4,}s?|\\d{2,}m|\\d+[hd])|tail -f /dev/null)";
    private static final Pattern WAITS = Pattern.compile(
            "(?:exec )?" + WAIT + "|while (?:true|:|sleep \\d+) ?; ?do (?:sleep \\d+[smhd]?|:) ?; ?done");

    /** None when its conduct shows nothing. */
    static Optional<Conduct> of(String kind, List<Pod> pods) {
        if (kind.equals("DaemonSet")) {
            return pods.stream()
                    .flatMap(pod -> Stream.concat(privileges(pod), places(pod)))
                    .findFirst()
                    .map(shown -> new Conduct("node-agent", "DaemonSet that holds each node in hand: " + shown));
        }
        List<Node> containers = pods.stream()
                .flatMap(pod -> pod.running().stream())
                .map(Pod.Container::mapping)
                .map(Node.class::cast)
                .toList();
        return LASTING.contains(kind)
                        && !containers.isEmpty()
                        && containers.stream().allMatch(Conduct::waits)
                ? Optional.of(new Conduct(
                        "maintenance-task",
                        "only waits, so that people can work in it: container "
                                + Clip.of(containers.getFirst().get("name").text("")) + " runs "
                                + Clip.of(script(containers.getFirst()))))
                : Optional.empty();
    }

    private static Stream<String> privileges(Pod pod) {
        return pod.running().stream()
                .filter(container ->
                        container.mapping().at("securityContext", "privileged").isTrue())
                .map(container ->
                        "container " + Clip.of(container.mapping().get("name").text("")) + " is privileged");
    }

    private static Stream<String> places(Pod pod) {
        return pod.spec().get("volumes").items().stream()
                .filter(volume -> isNodeInHand(volume.at("hostPath", "path").text("")))
                .map(volume -> "volume " + Clip.of(volume.get("name").text("")) + " is "
                        + Clip.of(volume.at("hostPath", "path").text("")) + " of the node");
    }

    private static boolean isNodeInHand(String path) {
        if (path.equals("/")) {
            return true;
        }
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        boolean isInRun = plain.equals("/var/run") || plain.startsWith("/var/run/");
        return NODE_IN_HAND.contains(isInRun ? plain.substring("/var".length()) : plain);
    }

    private static boolean waits(Node container) {
        String script = script(container);
        return script.length() <= LONGEST_WAIT && WAITS.matcher(script).matches();
    }

    /** What a container is told to run, in one line and without the shell around it. */
    private static String script(Node container) {
        List<String> words = Stream.of("command", "args")
                .flatMap(list -> container.get(list).items().stream())
                .map(word -> word.text(""))
                .toList();
        boolean isShell = words.size() == 3
                && SHELLS.contains(words.getFirst().substring(words.getFirst().lastIndexOf('/') + 1))
                && COMMAND_OPTIONS.contains(words.get(1));
        String script = isShell ? words.getLast() : String.join(" ", words);
        String line = script.strip().replaceAll("\\s*\n\\s*", "; ").replaceAll("\\s+", " ");
        return line.endsWith(";") ? line.substring(0, line.length() - 1).strip() : line;
    }
}
