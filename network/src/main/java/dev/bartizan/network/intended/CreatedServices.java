package dev.bartizan.network.intended;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.knowledge.Creation;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.model.Protocol;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/** The ports of Services that controllers make and no manifest shows. */
final class CreatedServices {
    private final Platform platform;
    private final Signatures signatures;

    CreatedServices(Platform platform, Signatures signatures) {
        this.platform = platform;
        this.signatures = signatures;
    }

    /**
     * What is asked for as far as its pods declare it, else all that they declare: to which of their ports its maker translates is not written. Of pods that
     * declare nothing what is asked for, else what its maker gives it.
     *
     * @param declared by the pods behind it
     */
    PortSet ports(int service, List<String> asked, PortSet declared) {
        PortSet numbers = numbers(asked.stream()
                .map(PortText::number)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .toList());
        if (!declared.isEmpty()) {
            PortSet both = declared.minus(declared.minus(numbers));
            return both.isEmpty() ? declared : both;
        }
        return numbers.isEmpty() ? numbers(made(service)) : numbers;
    }

    private static PortSet numbers(Collection<Integer> ports) {
        return ports.stream().map(port -> PortSet.of(Protocol.TCP, port)).reduce(PortSet.NONE, PortSet::union);
    }

    private Collection<Integer> made(int service) {
        var ports = new TreeSet<Integer>();
        Asset made = platform.asset(service);
        for (Link link : platform.linksTo(service)) {
            Asset maker = platform.asset(link.from());
            if (link.kind().equals("owns")) {
                for (Creation creation : signatures.creations(maker.group() + "/" + maker.kind())) {
                    boolean isIt = creation.kindName().equals("Service")
                            && creation.nameFor(maker.name(), maker.namespace()).equals(made.name());
                    ports.addAll(isIt ? creation.ports() : List.of());
                }
            }
        }
        return ports;
    }
}
