package dev.bartizan.network.policies;

import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.Written;
import java.util.Map;
import java.util.Set;

/**
 * The versions of the groups of policies that are read here. One of another version is read as if it were of these, and that is said; an item of a
 * typed list, such as a NetworkPolicyList, need not repeat its own.
 */
final class KnownVersions {
    private static final Map<String, Set<String>> VERSIONS = Map.of(
            "networking.k8s.io", Set.of("v1"),
            "networking.k8s.aws", Set.of("v1alpha1"),
            "policy.networking.k8s.io", Set.of("v1alpha1", "v1alpha2"),
            "projectcalico.org", Set.of("v3"),
            "crd.projectcalico.org", Set.of("v1"),
            "cilium.io", Set.of("v2"),
            "crd.antrea.io", Set.of("v1alpha1", "v1beta1"),
            "k8s.cni.cncf.io", Set.of("v1beta1", "v1beta2"),
            "security.istio.io", Set.of("v1", "v1beta1"));

    private KnownVersions() {}

    static void check(PolicyManifest manifest, Complaints complaints) {
        Written version = manifest.root().get("apiVersion");
        String text = version.text().substring(version.text().indexOf('/') + 1);
        if (!text.isEmpty()
                && !VERSIONS.getOrDefault(manifest.group(), Set.of(text)).contains(text)) {
            complaints.add(
                    "version-unknown",
                    "This version of " + manifest.kind() + " is not known here; it is read as if it were one that is.",
                    "write a version that this release knows, or take a newer one",
                    version);
        }
    }
}
