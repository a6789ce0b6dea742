package dev.bartizan.testkit.platform;

/** Writes what a namespace has once: itself, quota, rights and network policies. */
final class NamespaceText {
    private final Dice dice;
    private final String name;

    NamespaceText(Dice dice, String name) {
        this.dice = dice;
        this.name = name;
    }

    String namespace() {
        Manifest manifest = Manifest.of("v1", "Namespace", name)
                .line(2, "labels:")
                .line(4, "acme.example/team", name.substring(0, name.indexOf('-')));
        if (dice.chance(400)) {
            manifest.line(4, "pod-security.kubernetes.io/enforce", dice.chance(300) ? "restricted" : "baseline");
        }
        return manifest.toString();
    }

    String quota() {
        return Manifest.of("v1", "ResourceQuota", name, "compute")
                .line(0, "spec:")
                .line(2, "hard:")
                .quoted(4, "requests.cpu", Integer.toString(dice.between(50, 2000)))
                .line(4, "requests.memory", dice.between(100, 8000) + "Gi")
                .quoted(4, "requests.nvidia.com/gpu", Integer.toString(dice.between(0, 128)))
                .toString();
    }

    /** Reads for most; one in thirty may do everything, one in twenty reads all Secrets. */
    String role(String role) {
        Manifest manifest =
                Manifest.of("rbac.authorization.k8s.io/v1", "Role", name, role).line(0, "rules:");
        if (dice.chance(33)) {
            return manifest.block(2, "- apiGroups: [\"*\"]\n  resources: [\"*\"]\n  verbs: [\"*\"]")
                    .toString();
        }
        String resources = dice.chance(50) ? "pods, secrets" : "pods, configmaps, services";
        return manifest.line(2, "- apiGroups: [\"\"]")
                .line(4, "resources: [" + resources + "]")
                .line(4, "verbs: [get, list, watch]")
                .block(2, "- apiGroups: [batch]\n  resources: [jobs]\n  verbs: [get, list, create]")
                .toString();
    }

    String roleBinding(String role, String serviceAccount) {
        return binding(
                Manifest.of("rbac.authorization.k8s.io/v1", "RoleBinding", name, role), "Role", role, serviceAccount);
    }

    String clusterRoleBinding(String serviceAccount) {
        return binding(
                Manifest.of("rbac.authorization.k8s.io/v1", "ClusterRoleBinding", name + "-operator"),
                "ClusterRole",
                dice.chance(200) ? "cluster-admin" : "view",
                serviceAccount);
    }

    private String binding(Manifest manifest, String kind, String role, String serviceAccount) {
        return manifest.line(0, "roleRef:")
                .line(2, "apiGroup", "rbac.authorization.k8s.io")
                .line(2, "kind", kind)
                .line(2, "name", role)
                .line(0, "subjects:")
                .line(2, "- kind: ServiceAccount")
                .line(4, "name", serviceAccount)
                .line(4, "namespace", name)
                .toString();
    }

    String denyAll() {
        return Manifest.of("networking.k8s.io/v1", "NetworkPolicy", name, "default-deny")
                .block(0, "spec:\n  podSelector: {}\n  policyTypes: [Ingress, Egress]")
                .toString();
    }

    String allow(String policy, String from) {
        return Manifest.of("networking.k8s.io/v1", "NetworkPolicy", name, policy)
                .line(0, "spec:")
                .line(2, "podSelector:")
                .line(4, "matchLabels:")
                .line(6, "app.kubernetes.io/instance", policy)
                .line(2, "ingress:")
                .line(4, "- from:")
                .line(8, "- namespaceSelector:")
                .line(12, "matchLabels:")
                .line(14, "kubernetes.io/metadata.name", from)
                .line(6, "ports:")
                .line(8, "- port: 8080")
                .toString();
    }
}
