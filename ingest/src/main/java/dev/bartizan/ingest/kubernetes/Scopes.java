package dev.bartizan.ingest.kubernetes;

import dev.bartizan.ingest.objects.Manifest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which kinds stand outside of namespaces: those of Kubernetes, those whose definition is in the input, and well-known extensions. */
final class Scopes {
    private static final Set<String> CLUSTER = Set.of(
            "core/Namespace",
            "core/Node",
            "core/PersistentVolume",
            "core/ComponentStatus",
            "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
            "admissionregistration.k8s.io/MutatingWebhookConfiguration",
            "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
            "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
            "admissionregistration.k8s.io/MutatingAdmissionPolicy",
            "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
            "apiextensions.k8s.io/CustomResourceDefinition",
            "apiregistration.k8s.io/APIService",
            "certificates.k8s.io/CertificateSigningRequest",
            "certificates.k8s.io/ClusterTrustBundle",
            "extensions/PodSecurityPolicy",
            "policy/PodSecurityPolicy",
            "flowcontrol.apiserver.k8s.io/FlowSchema",
            "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
            "networking.k8s.io/IngressClass",
            "networking.k8s.io/IPAddress",
            "networking.k8s.io/ServiceCIDR",
            "node.k8s.io/RuntimeClass",
            "rbac.authorization.k8s.io/ClusterRole",
            "rbac.authorization.k8s.io/ClusterRoleBinding",
            "resource.k8s.io/DeviceClass",
            "resource.k8s.io/ResourceSlice",
            "resource.k8s.io/DeviceTaintRule",
            "scheduling.k8s.io/PriorityClass",
            "storage.k8s.io/CSIDriver",
            "storage.k8s.io/CSINode",
            "storage.k8s.io/StorageClass",
            "storage.k8s.io/VolumeAttachment",
            "storage.k8s.io/VolumeAttributesClass");

    /** Extensions whose definitions are seldom among the manifests that use them. */
    private static final Set<String> EXTENSIONS = Set.of(
            "audit.k8s.io/Policy",
            "cilium.io/CiliumClusterwideNetworkPolicy",
            "config.gatekeeper.sh/Config",
            "crd.antrea.io/Tier",
            "crd.projectcalico.org/GlobalNetworkPolicy",
            "crd.projectcalico.org/GlobalNetworkSet",
            "crd.projectcalico.org/HostEndpoint",
            "crd.projectcalico.org/StagedGlobalNetworkPolicy",
            "crd.projectcalico.org/Tier",
            "eks.amazonaws.com/NodeClass",
            "gateway.networking.k8s.io/GatewayClass",
            "karpenter.k8s.aws/EC2NodeClass",
            "karpenter.k8s.aws/AWSNodeTemplate",
            "karpenter.azure.com/AKSNodeClass",
            "karpenter.sh/NodePool",
            "karpenter.sh/NodeClaim",
            "karpenter.sh/Provisioner",
            "kubeflow.org/Profile",
            "kueue.x-k8s.io/ResourceFlavor",
            "kueue.x-k8s.io/WorkloadPriorityClass",
            "metacontroller.k8s.io/CompositeController",
            "metacontroller.k8s.io/DecoratorController",
            "nvidia.com/NVIDIADriver",
            "nvidia.com/GPUCluster",
            "policy.networking.k8s.io/AdminNetworkPolicy",
            "policy.networking.k8s.io/BaselineAdminNetworkPolicy",
            "projectcalico.org/GlobalNetworkPolicy",
            "projectcalico.org/GlobalNetworkSet",
            "projectcalico.org/HostEndpoint",
            "projectcalico.org/Profile",
            "projectcalico.org/StagedGlobalNetworkPolicy",
            "projectcalico.org/Tier",
            "scheduling.run.ai/Queue",
            "scheduling.volcano.sh/Queue",
            "security.openshift.io/SecurityContextConstraints",
            "snapshot.storage.k8s.io/VolumeSnapshotClass",
            "templates.gatekeeper.sh/ConstraintTemplate");

    private static final String CLUSTER_PREFIX = "Cluster";
    private static final Set<String> NAMESPACED_IN_SPITE_OF_NAME = Set.of("ClusterServiceVersion");

    /** From definitions in the input: whether the kind is cluster-scoped. */
    private final Map<String, Boolean> defined = new HashMap<>();

    private Scopes() {}

    static Scopes of(List<Manifest> manifests) {
        var scopes = new Scopes();
        for (Manifest manifest : manifests) {
            if (manifest.is("apiextensions.k8s.io", "CustomResourceDefinition")) {
                var spec = manifest.root().get("spec");
                String kind = spec.get("group").text("") + "/"
                        + spec.at("names", "kind").text("");
                spec.get("scope").text().ifPresent(scope -> scopes.defined.put(kind, scope.equals("Cluster")));
            }
        }
        return scopes;
    }

    /**
     * The namespace of an object: {@code -} outside of namespaces, {@code default} when none is written.
     *
     * @param written in its metadata; empty when nothing is
     */
    String namespace(Manifest manifest, String written) {
        String kind = manifest.groupAndKind();
        Boolean isCluster = defined.get(kind);
        if (CLUSTER.contains(kind) || (isCluster != null && isCluster)) {
            return "-";
        }
        if (!written.isEmpty()) {
            return written;
        }
        return isCluster == null && isClusterByName(manifest) ? "-" : "default";
    }

    /** By convention, the cluster-scoped sibling of a kind carries this prefix. */
    private static boolean isClusterByName(Manifest manifest) {
        String kind = manifest.kind();
        return EXTENSIONS.contains(manifest.groupAndKind())
                || (!ApiGroups.isBuiltIn(manifest.group())
                        && kind.startsWith(CLUSTER_PREFIX)
                        && kind.length() > CLUSTER_PREFIX.length()
                        && Character.isUpperCase(kind.charAt(CLUSTER_PREFIX.length()))
                        && !NAMESPACED_IN_SPITE_OF_NAME.contains(kind));
    }
}
