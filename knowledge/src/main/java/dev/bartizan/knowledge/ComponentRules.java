package dev.bartizan.knowledge;

import dev.bartizan.knowledge.Signature.Need;
import dev.bartizan.knowledge.files.Words;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold between the facts of a component: ports are told once, peers are known, each fact has its source. */
final class ComponentRules {
    private final List<String> roles;
    private final List<String> components;

    ComponentRules(List<String> roles, List<String> components) {
        this.roles = roles;
        this.components = components;
    }

    List<Problem> problems(Signature signature) {
        var problems = new ArrayList<Problem>();
        Set<Integer> ports = ports(signature, problems);
        for (Authentication fact : signature.authentication()) {
            checkPorts(fact.ports(), ports, fact.location(), problems);
            checkSource(fact.source(), fact.location()).ifPresent(problems::add);
        }
        for (Need need : signature.needs()) {
            need.role()
                    .flatMap(role -> Words.check("role", role, roles, need.location()))
                    .ifPresent(problems::add);
            need.component()
                    .flatMap(component -> Words.check("component", component, components, need.location()))
                    .ifPresent(problems::add);
            checkSource(need.source(), need.location()).ifPresent(problems::add);
        }
        for (Creation creation : signature.creates()) {
            check(creation, signature.match().kinds(), problems);
        }
        return problems;
    }

    private static Set<Integer> ports(Signature signature, List<Problem> problems) {
        var ports = new HashSet<Integer>();
        for (Signature.Port port : signature.ports()) {
            if (!ports.add(port.port())) {
                problems.add(
                        problem("The port " + port.port() + " stands twice.", "keep one of them", port.location()));
            }
        }
        return ports;
    }

    private static void checkPorts(
            List<Integer> named, Collection<Integer> ports, Location location, List<Problem> problems) {
        for (int port : named) {
            if (!ports.contains(port)) {
                problems.add(problem(
                        "The port " + port + " is none of the component's ports.",
                        "add it to ports with its purpose",
                        location));
            }
        }
    }

    private static void check(Creation creation, List<String> kinds, List<Problem> problems) {
        Words.check("kind of this component", creation.of(), kinds, creation.location())
                .ifPresent(problems::add);
        if (creation.group().isEmpty() || creation.kindName().indexOf('/') >= 0) {
            problems.add(problem(
                    "'" + creation.kind() + "' is no group and kind.",
                    "write it as core/Service or ray.io/RayCluster",
                    creation.location()));
        }
        if (creation.name().replace("{name}", "").replace("{namespace}", "").indexOf('{') >= 0) {
            problems.add(problem(
                    "'" + creation.name() + "' holds a place that nothing fills.",
                    "use {name} and {namespace}",
                    creation.location()));
        }
        checkSource(creation.source(), creation.location()).ifPresent(problems::add);
    }

    static Optional<Problem> checkSource(String source, Location location) {
        return source.startsWith("https://")
                ? Optional.empty()
                : Optional.of(problem("'" + source + "' is no source.", "give the address of a public page", location));
    }

    private static Problem problem(String message, String remedy, Location location) {
        return Problem.error("signature", message, remedy, location);
    }
}
