package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Mapping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** Goes through the templates of a workflow, those within their steps and those they refer to, and adds the pod of each. A template that leads to itself ends. */
final class TemplateWalk {
    private final Resource workflow;
    private final Workflows workflows;
    private final WorkflowLevel level;
    /** The templates of others that were seen, by the id of what holds them and their name. */
    private final Set<Foreign> seen = new HashSet<>();

    /** Those that are still to be gone through: a chain of them may be long. */
    private final Queue<Open> open = new ArrayDeque<>();

    private record Foreign(String holder, String name) {}

    private record Open(Place template, Identified holder) {}

    TemplateWalk(Resource workflow, Workflows workflows, WorkflowLevel level) {
        this.workflow = workflow;
        this.workflows = workflows;
        this.level = level;
    }

    /** @param holders of these templates, other than the workflow itself */
    void all(Place templates, List<Identified> holders) {
        for (Place template : Workflows.items(templates)) {
            holders.forEach(holder -> seen.add(
                    new Foreign(holder.asset().id(), template.get("name").node().text(""))));
            template(template, holders);
        }
        for (var next = open.poll(); next != null; next = open.poll()) {
            template(next.template(), List.of(next.holder()));
        }
    }

    private void template(Place template, List<Identified> holders) {
        workflow.merge().spend(1);
        if (!(template.node() instanceof Mapping) || workflow.merge().isExhausted()) {
            return;
        }
        pod(template, holders);
        steps(template, holders);
    }

    private void pod(Place template, List<Identified> holders) {
        Place whole = level.withDefaults(template);
        List<Place> containers = containers(whole);
        if (!containers.isEmpty()) {
            consume(template);
            workflow.merge().spend(containers.size() + level.volumes());
            workflow.pod(level.metadata(whole), level.pod(whole, containers), holders);
        }
    }

    private static List<Place> containers(Place template) {
        var containers = new ArrayList<Place>();
        for (String key : List.of("container", "script")) {
            Place main = template.get(key);
            if (main.node() instanceof Mapping) {
                containers.add(main(main));
            }
        }
        containers.addAll(Workflows.items(template.at("containerSet", "containers")));
        if (!containers.isEmpty()) {
            containers.addAll(Workflows.items(template.get("sidecars")));
        }
        return containers;
    }

    private static Place main(Place container) {
        var entries = Entries.of(container);
        Entries.derive(entries, "name", "main", container);
        return Entries.mapping(container, entries, "");
    }

    private void consume(Place template) {
        workflow.consume(template.get("container"));
        workflow.consume(template.get("script"));
        workflow.consume(template.get("containerSet"));
        workflow.consume(template.get("sidecars"));
        workflow.consume(template.get("initContainers"));
    }

    /** Steps are lists of steps side by side, or tasks of a graph. */
    private void steps(Place template, List<Identified> holders) {
        for (Place task : Workflows.items(template.at("dag", "tasks"))) {
            step(task, holders);
        }
        for (Place group : Workflows.items(template.get("steps"))) {
            // The older form has one step where the newer has a list.
            List<Place> steps = group.node() instanceof Mapping ? List.of(group) : Workflows.items(group);
            steps.forEach(step -> step(step, holders));
        }
    }

    private void step(Place step, List<Identified> holders) {
        template(step.get("inline"), holders);
        Place reference = step.get("templateRef");
        if (reference.node() instanceof Mapping) {
            workflows.find(workflow, reference).ifPresent(found -> {
                workflow.uses(found, reference.get("name"));
                foreign(found, reference.get("template").node().text(""));
            });
        } else if (!holders.isEmpty()) {
            foreign(holders.getLast(), step.get("template").node().text(""));
        }
    }

    private void foreign(Identified holder, String name) {
        boolean isOwn = holder.asset().equals(workflow.entry().asset());
        if (!isOwn && seen.add(new Foreign(holder.asset().id(), name))) {
            Optional<Place> template = workflows.template(holder, name);
            template.ifPresent(found -> open.add(new Open(found, holder)));
        }
    }
}
