package dev.bartizan.knowledge.scopes;

import dev.bartizan.rules.RelationType;
import dev.bartizan.rules.Scope;
import java.util.List;

/** The words of conditions, by what a check looks at. */
public final class CheckScopes {
    private static final List<String> ASSET =
            List.of("kind", "group", "namespace", "name", "role", "component", "layer");

    /** Of a pod: its containers of all lists. */
    private static final RelationType CONTAINERS = new RelationType("containers", List.of(""), List.of("list"));

    /** Of a pod: the rights of its service account; of a role: the rights that bindings give by it. */
    private static final RelationType GRANTS =
            new RelationType("grants", List.of("rule"), List.of("scope", "subject-kind", "subject"));

    /** Of a role that lets create pods: accounts there that hold rights which the role itself does not give. */
    private static final RelationType STRONGER_ACCOUNTS =
            new RelationType("stronger-accounts", List.of("account"), List.of("namespace", "name"));

    /** Of anything in a namespace: the objects that make callers authenticate in front of it. */
    private static final RelationType AUTHENTICATION =
            new RelationType("authentication-policies", List.of("policy"), List.of("kind", "name"));

    /** Of a NetworkPolicy: who is let in by its rules, by role, at which port of a known component. */
    private static final RelationType OPENINGS =
            new RelationType("openings", List.of(""), List.of("sender", "receiver", "port", "purpose", "meaning"));

    /** Of a namespace: its pods, those on the host network left out, since no policy covers them. */
    private static final RelationType PODS = new RelationType("pods", List.of("pod"), List.of("kind", "name"));

    /** Of a namespace: its pods that no policy isolates for ingress. */
    private static final RelationType OPEN_TO_INGRESS =
            new RelationType("pods-open-to-ingress", List.of("pod"), List.of("kind", "name"));

    /** Of a namespace: its pods that no policy isolates for egress. */
    private static final RelationType OPEN_TO_EGRESS =
            new RelationType("pods-open-to-egress", List.of("pod"), List.of("kind", "name"));

    /**
     * {@code image.name} is registry and repository, {@code image.repository} without the registry; {@code position.list} is containers, initContainers or ephemeralContainers,
     * {@code position.pod} is known unless the container stands alone where nobody knows the pod that is made of it.
     */
    public static final Scope CONTAINER = Scope.ofTrees("container", "pod", "metadata", "object")
            .withTexts("image", List.of("name", "registry", "repository", "tag", "digest"))
            .withTexts("position", List.of("list", "index", "pod"))
            .withTexts("asset", ASSET)
            .withRelations(List.of(AUTHENTICATION));

    public static final Scope POD = Scope.ofTrees("pod", "metadata", "object", "serviceAccount")
            .withTexts("asset", ASSET)
            .withRelations(List.of(CONTAINERS, GRANTS, AUTHENTICATION));

    public static final Scope OBJECT = Scope.ofTrees("object")
            .withTexts("asset", ASSET)
            .withRelations(List.of(GRANTS, STRONGER_ACCOUNTS, AUTHENTICATION, OPENINGS));

    public static final Scope NAMESPACE = Scope.ofTrees("object")
            .withTexts("namespace", List.of("name"))
            .withRelations(List.of(PODS, OPEN_TO_INGRESS, OPEN_TO_EGRESS));

    private CheckScopes() {}
}
