package dev.bartizan.ingest.dumps;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a pod is given: variables, Secrets and claims. Admission adds to them under names that are known. */
final class Surroundings {
    /** Identities of clouds, and agents that watch a program from within it. */
    private static final Set<String> ADDED_VARIABLES = Set.of("AWS_", "AZURE_", "GOOGLE_", "KUBERNETES_", "OTEL_");

    private static final List<String> SOURCES = List.of("secretKeyRef", "secretRef", "configMapKeyRef", "configMapRef");

    /** Before Kubernetes 1.24, admission mounted the token of the account as a Secret of such a name. */
    private static final String OLD_TOKEN = "-token-";

    private Surroundings() {}

    /** Whether a container is given no variables but those that its owner declares. */
    static boolean hasNoMoreVariables(Mapping container, Mapping declared) {
        Set<String> variables = variables(declared);
        return variables(container).stream()
                .allMatch(variable ->
                        variables.contains(variable) || ADDED_VARIABLES.stream().anyMatch(variable::startsWith));
    }

    private static Set<String> variables(Mapping container) {
        var variables = new HashSet<String>();
        for (Node variable : container.get("env").items()) {
            Node source = variable.get("valueFrom");
            variables.add(
                    variable.get("name").text("") + "=" + variable.get("value").text("") + " " + source(source));
        }
        for (Node source : container.get("envFrom").items()) {
            variables.add(source(source));
        }
        return variables;
    }

    private static String source(Node source) {
        var text = new StringBuilder();
        for (String kind : SOURCES) {
            Node reference = source.get(kind);
            if (reference instanceof Mapping) {
                text.append(kind).append(' ').append(reference.get("name").text(""));
                text.append(' ').append(reference.get("key").text(""));
            }
        }
        return text.toString();
    }

    /** The claims that a pod mounts, other than those that are made for it after a template. */
    static Set<String> claims(Pod pod, Set<String> templates) {
        var claims = new HashSet<String>();
        for (Node volume : pod.volumes().node().items()) {
            if (!templates.contains(volume.get("name").text(""))) {
                volume.at("persistentVolumeClaim", "claimName").text().ifPresent(claims::add);
            }
        }
        return claims;
    }

    /** The names of the templates after which an owner makes claims for its pods. */
    static Set<String> claimTemplates(Identified owner) {
        var names = new HashSet<String>();
        for (Node template :
                owner.manifest().root().at("spec", "volumeClaimTemplates").items()) {
            template.at("metadata", "name").text().ifPresent(names::add);
        }
        return names;
    }

    /** The Secrets that a pod takes into its volumes and variables. */
    static Set<String> secrets(Pod pod) {
        var secrets = new HashSet<String>();
        for (Node volume : pod.volumes().node().items()) {
            volume.at("secret", "secretName").text().ifPresent(secrets::add);
            for (Node source : volume.at("projected", "sources").items()) {
                source.at("secret", "name").text().ifPresent(secrets::add);
            }
        }
        for (Pod.Container container : pod.containers()) {
            for (Node variable : container.mapping().get("env").items()) {
                variable.at("valueFrom", "secretKeyRef", "name").text().ifPresent(secrets::add);
            }
            for (Node source : container.mapping().get("envFrom").items()) {
                source.at("secretRef", "name").text().ifPresent(secrets::add);
            }
        }
        String token = pod.account().node().text("default") + OLD_TOKEN;
        secrets.removeIf(name -> name.startsWith(token));
        return secrets;
    }
}
