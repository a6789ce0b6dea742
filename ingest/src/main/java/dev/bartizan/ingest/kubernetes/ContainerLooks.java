package dev.bartizan.ingest.kubernetes;

import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Sequence;
import java.util.Set;

/** What pods and containers look like, wherever they stand. */
final class ContainerLooks {
    private static final Set<String> POD_LISTS =
            Set.of("containers", "initContainers", "ephemeralContainers", "volumes", "imagePullSecrets", "tolerations");
    /** Lists of containers beside a pod or a lone container: Argo Workflows, Spark. */
    private static final Set<String> SIDE_LISTS = Set.of("initContainers", "sidecars");
    /** Keys under which a lone container stands. */
    private static final Set<String> CONTAINER_KEYS = Set.of("container", "script");
    /** Fields that only containers have; an image alone may mean anything. */
    private static final Set<String> CONTAINER_FIELDS = Set.of(
            "command",
            "args",
            "env",
            "envFrom",
            "ports",
            "resources",
            "volumeMounts",
            "securityContext",
            "livenessProbe",
            "readinessProbe");
    /** An operator's way to name an image in parts; its pods are made from more than this mapping. */
    private static final Set<String> PARTS_OF_IMAGE = Set.of("repository", "version", "tag", "imageTag");

    private static final Set<String> KSERVE_GROUPS = Set.of("serving.kserve.io", "serving.kubeflow.org");
    private static final Set<String> KSERVE_COMPONENTS = Set.of("predictor", "explainer", "transformer");
    /** Source: the fields of PredictorSpec and ExplainerSpec of KServe, v1beta1 and v1alpha2. */
    private static final Set<String> KSERVE_FRAMEWORKS = Set.of(
            "model",
            "sklearn",
            "xgboost",
            "tensorflow",
            "pytorch",
            "triton",
            "onnx",
            "huggingface",
            "pmml",
            "lightgbm",
            "paddle",
            "mlserver",
            "alibi",
            "art",
            "aix");

    private static final String SPARK_GROUP = "sparkoperator.k8s.io";
    private static final Set<String> SPARK_PODS = Set.of("driver", "executor");

    private ContainerLooks() {}

    /** A mapping with a list of containers. */
    static boolean isPod(Mapping mapping) {
        if (!(mapping.get("containers") instanceof Sequence containers) || containers.size() == 0) {
            return false;
        }
        boolean looksLikeOne = false;
        for (Node item : containers.items()) {
            if (!(item instanceof Mapping container)) {
                return false;
            }
            looksLikeOne |= container.has("image") || container.has("name") || hasContainerField(container);
        }
        return looksLikeOne;
    }

    /** A mapping that is a container because of the key it stands under. */
    static boolean isNamedContainer(String key, Mapping mapping) {
        return CONTAINER_KEYS.contains(key)
                ? mapping.has("image") || hasContainerField(mapping)
                : SIDE_LISTS.contains(key) && mapping.get("image").text().isPresent();
    }

    /**
     * A mapping that a well-known product turns into a container although it need not name an image.
     *
     * @param parentKey the key under which the mapping around it stands
     */
    static boolean isPartOfProduct(String group, String parentKey, String key, Mapping mapping) {
        if (group.equals(SPARK_GROUP)) {
            return SPARK_PODS.contains(key) && !isPodTemplate(mapping.get("template"));
        }
        return KSERVE_GROUPS.contains(group)
                && KSERVE_FRAMEWORKS.contains(key)
                && KSERVE_COMPONENTS.contains(parentKey);
    }

    private static boolean isPodTemplate(Node template) {
        return template.get("spec") instanceof Mapping spec && isPod(spec);
    }

    /** A mapping with an image that reads like a container. */
    static boolean isContainer(Mapping mapping) {
        if (mapping.get("image").text().isEmpty() || !hasContainerField(mapping)) {
            return false;
        }
        return PARTS_OF_IMAGE.stream().noneMatch(mapping::has);
    }

    static boolean isPodList(String key) {
        return POD_LISTS.contains(key);
    }

    private static boolean hasContainerField(Mapping mapping) {
        for (int i = 0; i < mapping.size(); i++) {
            if (CONTAINER_FIELDS.contains(mapping.key(i))) {
                return true;
            }
        }
        return false;
    }
}
