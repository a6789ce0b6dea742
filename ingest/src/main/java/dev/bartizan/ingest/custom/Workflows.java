package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pods of Argo's workflows: one per template that runs containers, its own or one that it refers to, with the settings of the workflow where the template
 * has none.
 *
 * <p>Source: Argo Workflows 3.6, field reference (WorkflowSpec, Template, TemplateRef, WorkflowTemplateRef).
 */
final class Workflows implements PodResolver {
    static final String GROUP = "argoproj.io";
    static final String OF_CLUSTER = "ClusterWorkflowTemplate";
    static final String OF_NAMESPACE = "WorkflowTemplate";

    /** The templates of what workflows refer to, by name; a template is looked up as often as it is used. */
    private final Map<String, Map<String, Place>> templates = new HashMap<>();

    @Override
    public void resolve(Resource workflow) {
        Place own = workflow.spec().get("workflowSpec");
        Place spec = own.node() instanceof Mapping ? own : workflow.spec();
        if (!(spec.node() instanceof Mapping)) {
            return;
        }
        Optional<Identified> base = find(workflow, spec.get("workflowTemplateRef"));
        base.ifPresent(
                found -> workflow.uses(found, spec.get("workflowTemplateRef").get("name")));
        Optional<Place> inherited = base.map(found -> Resource.rootOf(found).get("spec"));
        var level = WorkflowLevel.of(
                workflow, inherited.map(above -> without(workflow, above, spec)).orElse(spec));
        var walk = new TemplateWalk(workflow, this, level);
        walk.all(spec.get("templates"), List.of());
        inherited.ifPresent(
                above -> walk.all(above.get("templates"), base.stream().toList()));
    }

    /** The settings for all templates: those of the template's workflow, with the workflow's own over them. */
    private static Place without(Resource workflow, Place above, Place spec) {
        var settings = Entries.of(spec);
        settings.remove("templates");
        return workflow.merge().merge(above, Entries.mapping(spec, settings, ""));
    }

    /** What a reference leads to; what is missing is reported. */
    Optional<Identified> find(Resource workflow, Place reference) {
        Place name = reference.get("name");
        Optional<String> text = name.node().text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean isOfCluster = reference.get("clusterScope").node().isTrue();
        String kind = isOfCluster ? OF_CLUSTER : OF_NAMESPACE;
        String namespace = isOfCluster ? "-" : workflow.entry().namespace();
        Optional<Identified> found = workflow.find(GROUP, kind, namespace, text.get());
        if (found.isEmpty()) {
            workflow.lacks(kind, name);
        }
        return found;
    }

    /** The template of this name. */
    Optional<Place> template(Identified holder, String name) {
        return Optional.ofNullable(templates
                .computeIfAbsent(holder.asset().id(), key -> byName(holder))
                .get(name));
    }

    private static Map<String, Place> byName(Identified holder) {
        Place list = Resource.rootOf(holder).at("spec", "templates");
        var byName = new HashMap<String, Place>();
        for (Place template : items(list)) {
            byName.putIfAbsent(template.get("name").node().text(""), template);
        }
        return byName;
    }

    static List<Place> items(Place list) {
        var items = new ArrayList<Place>();
        for (int i = 0; i < list.items(); i++) {
            items.add(list.item(i));
        }
        return items;
    }
}
