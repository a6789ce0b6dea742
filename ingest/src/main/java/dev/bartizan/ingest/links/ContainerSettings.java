package dev.bartizan.ingest.links;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the variables and arguments of a container say. */
final class ContainerSettings {
    private static final int MOST_VARIABLES = 2_000;

    private final Identified workload;
    private final Place container;
    private final Configurations configurations;
    private final Mentions mentions;
    private final Map<String, String> variables = new HashMap<>();

    private ContainerSettings(
            Identified workload, Pod.Container container, Configurations configurations, Mentions mentions) {
        this.workload = workload;
        this.container = Place.of(container.mapping(), container.pointer());
        this.configurations = configurations;
        this.mentions = mentions;
    }

    static void read(Identified workload, Pod.Container container, Configurations configurations, Mentions mentions) {
        var settings = new ContainerSettings(workload, container, configurations, mentions);
        settings.sources();
        settings.environment();
        settings.arguments(settings.container.get("command"));
        settings.arguments(settings.container.get("args"));
    }

    private void sources() {
        Place sources = container.get("envFrom");
        for (int i = 0; i < sources.items(); i++) {
            Node secret = sources.node().get(i).at("secretRef", "name");
            secret.text()
                    .flatMap(text -> configurations.secret(workload, text))
                    .ifPresent(found -> mentions.addAll(found.mentions()));
            Node name = sources.node().get(i).at("configMapRef", "name");
            name.text().flatMap(text -> configurations.find(workload, text)).ifPresent(found -> {
                mentions.addAll(found.mentions());
                found.values().forEach(variables::putIfAbsent);
            });
        }
    }

    private void environment() {
        Place list = container.get("env");
        for (int i = 0; i < Math.min(list.items(), MOST_VARIABLES); i++) {
            if (list.node().get(i) instanceof Mapping variable) {
                String name = variable.get("name").text("");
                Optional<String> value = variable.get("value").text();
                if (value.isPresent()) {
                    String expanded = OpenParts.expand(value.get(), variables);
                    variables.put(name, expanded);
                    mentions.read(name, expanded, Map.of(), list.item(i).get("value"));
                } else if (variable.has("valueFrom")) {
                    reference(name, list.item(i).get("valueFrom").get("configMapKeyRef"));
                    secret(list.item(i).get("valueFrom").get("secretKeyRef").node());
                }
            }
        }
    }

    private void secret(Node reference) {
        String key = reference.get("key").text("");
        reference
                .get("name")
                .text()
                .flatMap(text -> configurations.secret(workload, text))
                .ifPresent(found -> mentions.addAll(found.mentions(), key));
    }

    private void reference(String name, Place reference) {
        String key = reference.node().get("key").text("");
        reference
                .node()
                .get("name")
                .text()
                .flatMap(text -> configurations.find(workload, text))
                .map(Configurations.Configuration::values)
                .map(values -> values.get(key))
                .ifPresent(value -> {
                    variables.put(name, value);
                    mentions.read(name, value, Map.of(), reference.get("key"));
                });
    }

    private void arguments(Place list) {
        String flag = "";
        for (int i = 0; i < list.items(); i++) {
            String text = list.node().get(i).text("");
            boolean isFlag = text.startsWith("-") && text.indexOf('=') < 0 && text.indexOf(' ') < 0;
            if (!isFlag) {
                mentions.read(flag, text, variables, list.item(i));
            }
            flag = isFlag ? text : "";
        }
    }
}
