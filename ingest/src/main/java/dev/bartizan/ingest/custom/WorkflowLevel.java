package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a workflow sets for the pods of all its templates. A mistake in it is one mistake, not one per template: what a pod lacks stands at the workflow.
 *
 * @param spec of the workflow
 * @param patch that it lays over the pods of all templates, before that of the template
 */
record WorkflowLevel(Resource workflow, Place spec, PodSpecPatch patch) {

    private static final String PATCH = "podSpecPatch";

    /** What a template sets takes the place of what its workflow does, as a whole. */
    private static final List<String> REPLACED = List.of(
            "serviceAccountName",
            "automountServiceAccountToken",
            "securityContext",
            "nodeSelector",
            "affinity",
            "tolerations",
            "hostAliases",
            "schedulerName",
            "priorityClassName");

    static WorkflowLevel of(Resource workflow, Place spec) {
        return new WorkflowLevel(workflow, spec, PodSpecPatch.of(workflow, spec.get(PATCH)));
    }

    /** A template with the defaults of the workflow below it. */
    Place withDefaults(Place template) {
        Place defaults = spec.get("templateDefaults");
        return defaults.node() instanceof Mapping ? workflow.merge().merge(defaults, template) : template;
    }

    /** The pod of a template that runs these containers. */
    Place pod(Place template, List<Place> containers) {
        Map<String, Located> pod = Entries.ofPod(spec);
        REPLACED.forEach(field -> Entries.put(pod, field, template.get(field)));
        if (template.get("volumes").items() > 0) {
            pod.put("volumes", volumes(template));
        }
        pod.put("containers", Entries.list(template, containers));
        Entries.put(pod, "initContainers", template.get("initContainers"));
        Place patched = patch.over(Entries.mapping(spec, pod, ""), workflow.merge());
        return PodSpecPatch.of(workflow, template.get(PATCH)).over(patched, workflow.merge());
    }

    /** How many volumes every template has. */
    int volumes() {
        return spec.get("volumes").items();
    }

    private Located volumes(Place template) {
        var all = new ArrayList<>(Workflows.items(spec.get("volumes")));
        all.addAll(Workflows.items(template.get("volumes")));
        return Entries.list(spec.get("volumes"), all);
    }

    Place metadata(Place template) {
        Place all = workflow.merge().merge(spec.get("podMetadata"), template.get("metadata"));
        var fields = new LinkedHashMap<String, Located>();
        for (String key : List.of("labels", "annotations")) {
            Entries.put(fields, key, all.get(key));
        }
        return Entries.mapping(spec.get("podMetadata"), fields, "");
    }
}
