package dev.bartizan.testkit.dump;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A cluster to which manifests were applied, and whose controllers have done their work. */
public final class LiveCluster {
    private final List<Tree> applied = new ArrayList<>();
    private final List<Tree> all = new ArrayList<>();

    private LiveCluster() {}

    public static LiveCluster of(List<String> manifests) {
        var cluster = new LiveCluster();
        for (String text : manifests) {
            var load = new Load(
                    LoadSettings.builder().setSchema(new ServerSchema()).build());
            for (Object document : load.loadAllFromString(text)) {
                cluster.take(document);
            }
        }
        cluster.settle();
        return cluster;
    }

    private void take(Object document) {
        if (document instanceof Map<?, ?>) {
            var object = Tree.tree(document).copy();
            if (object.text("kind").equals("List")) {
                object.items("items").forEach(item -> take(item.map()));
            } else if (object.has("kind")) {
                applied.add(object);
            }
        }
    }

    private void settle() {
        Set<String> meshed = new LinkedHashSet<>();
        Set<String> namespaces = new LinkedHashSet<>();
        for (Tree object : applied) {
            Server.accept(object);
            Tree metadata = object.child("metadata");
            if (object.text("kind").equals("Namespace")) {
                namespaces.add(metadata.text("name"));
                metadata.find("labels")
                        .filter(labels -> labels.text("istio-injection").equals("enabled"))
                        .ifPresent(labels -> meshed.add(metadata.text("name")));
            }
        }
        all.addAll(applied);
        var controllers = new Controllers(all, new Mesh(meshed));
        applied.forEach(controllers::reconcile);
        namespaces.forEach(controllers::furnish);
    }

    /** All objects as one List, in JSON. */
    public String dump() {
        var list = Tree.of("apiVersion", "v1", "kind", "List", "metadata", Tree.of("resourceVersion", ""));
        list.put("items", all.stream().map(Tree::map).toList());
        return JsonText.of(list.map());
    }
}
