package dev.bartizan.network.reading;

import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.source.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The pods behind services, and the ports of these pods that the services lead to. */
public final class Services {
    private static final int LONGEST_NUMBER = 5;

    private final Map<String, PolicyManifest> byName = new HashMap<>();

    public Services(Manifests manifests) {
        manifests.of("core/Service").forEach(service -> byName.putIfAbsent(service.fullName(), service));
    }

    /** What a service leads to. */
    public record Backends(PodMatch pods, List<PortMatch> ports) {
        public Backends {
            ports = List.copyOf(ports);
        }
    }

    /** Empty when there is no such service, or it has no selector so that somebody else says what is behind it. */
    public Optional<Backends> behind(String namespace, String name) {
        return Optional.ofNullable(byName.get(namespace + "/" + name))
                .map(service -> service.root().get("spec"))
                .flatMap(spec -> selector(spec.get("selector"))
                        .map(selector -> new Backends(PodMatch.in(namespace, selector), ports(spec.get("ports")))));
    }

    /** The names of the services of a namespace whose labels are like that. */
    public List<String> named(Optional<String> namespace, LabelSelector selector) {
        return byName.values().stream()
                .filter(service -> namespace.map(service.namespace()::equals).orElse(true))
                .filter(service -> selector.matches(
                        Labels.of(service.root().get("metadata").get("labels").node())))
                .map(PolicyManifest::fullName)
                .sorted()
                .toList();
    }

    private static Optional<LabelSelector> selector(Written selector) {
        if (!(selector.node() instanceof Mapping labels) || labels.size() == 0) {
            return Optional.empty();
        }
        var requirements = new ArrayList<Requirement>();
        for (int i = 0; i < labels.size(); i++) {
            requirements.add(new Requirement(
                    labels.key(i),
                    Operator.IN,
                    new TreeSet<>(List.of(labels.value(i).text("")))));
        }
        return Optional.of(new LabelSelector(requirements));
    }

    private static List<PortMatch> ports(Written list) {
        var ports = new ArrayList<PortMatch>();
        for (Written port : list.all()) {
            Protocol.of(port.node().get("protocol").text("TCP")).ifPresent(protocol -> {
                Written target = port.get("targetPort").isThere() ? port.get("targetPort") : port.get("port");
                port(protocol, target.text()).ifPresent(ports::add);
            });
        }
        return ports;
    }

    private static Optional<PortMatch> port(Protocol protocol, String text) {
        boolean isNumber = !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(unit -> unit >= '0' && unit <= '9');
        if (!isNumber) {
            return text.isEmpty() ? Optional.empty() : Optional.of(new PortMatch.Named(Optional.of(protocol), text));
        }
        int number = Integer.parseInt(text);
        return number < PortMatch.FIRST || number > PortMatch.LAST
                ? Optional.empty()
                : Optional.of(new PortMatch.Range(protocol, number, number));
    }
}
