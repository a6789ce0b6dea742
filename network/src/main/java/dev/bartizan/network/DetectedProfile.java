package dev.bartizan.network;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Location;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The network plugin that a platform shows: its own workloads, or else resources that only it reads.
 *
 * @param profile {@link CniProfile#KUBERNETES} when none is shown, or several are
 * @param reason for a reader, without a full stop
 * @param evidence where it is shown
 */
public record DetectedProfile(CniProfile profile, String reason, Optional<Location> evidence) {

    /** How it shows, the strongest first. */
    private enum Sign {
        RUNS,
        IS_CONFIGURED
    }

    /** The plugins that are told apart. */
    private static final List<Plugin> PLUGINS = List.of(
            new Plugin(CniProfile.CILIUM, "cilium", Set.of("cilium.io")),
            new Plugin(
                    CniProfile.CALICO,
                    "calico",
                    Set.of("projectcalico.org", "crd.projectcalico.org", "operator.tigera.io")),
            new Plugin(CniProfile.ANTREA, "antrea", Set.of("crd.antrea.io")),
            new Plugin(
                    CniProfile.AWS,
                    "amazon-vpc-cni",
                    Set.of("networking.k8s.aws", "crd.k8s.amazonaws.com", "vpcresources.k8s.aws")));

    /**
     * How a plugin is known.
     *
     * @param component of its own workloads
     * @param groups of the resources that only it reads
     */
    private record Plugin(CniProfile profile, String component, Set<String> groups) {
        private Optional<Sign> sign(Asset asset) {
            if (asset.classification().component().filter(component::equals).isPresent()) {
                return Optional.of(Sign.RUNS);
            }
            boolean isDefinition = asset.kind().equals("CustomResourceDefinition");
            String group = isDefinition ? asset.name().substring(asset.name().indexOf('.') + 1) : asset.group();
            return groups.contains(group) ? Optional.of(Sign.IS_CONFIGURED) : Optional.empty();
        }
    }

    private record Shown(Plugin plugin, Sign sign, Asset asset) {
        DetectedProfile profile() {
            String what = asset.kind() + " " + asset.name();
            String title = plugin.profile().title();
            String reason = switch (sign) {
                case RUNS -> what + " is part of " + title;
                case IS_CONFIGURED -> what + " is a resource of " + title;
            };
            return new DetectedProfile(plugin.profile(), reason, Optional.of(asset.location()));
        }
    }

    public static DetectedProfile of(Snapshot snapshot) {
        Map<CniProfile, Shown> shown = new EnumMap<>(CniProfile.class);
        for (Asset asset : snapshot.platform().assets()) {
            for (Plugin plugin : PLUGINS) {
                plugin.sign(asset)
                        .ifPresent(sign -> shown.merge(
                                plugin.profile(), new Shown(plugin, sign, asset), DetectedProfile::stronger));
            }
        }
        return Arrays.stream(Sign.values())
                .flatMap(sign -> ofSign(shown.values().stream()
                        .filter(one -> one.sign() == sign)
                        .toList()))
                .findFirst()
                .orElse(new DetectedProfile(
                        CniProfile.KUBERNETES, "nothing in the manifests shows a network plugin", Optional.empty()));
    }

    private static Shown stronger(Shown one, Shown other) {
        return other.sign().compareTo(one.sign()) < 0 ? other : one;
    }

    /** Where another plugin enforces policies, that of Amazon only gives addresses. */
    private static Stream<DetectedProfile> ofSign(List<Shown> shown) {
        List<Shown> enforcing = shown.stream()
                .filter(one -> one.plugin().profile() != CniProfile.AWS)
                .toList();
        if (enforcing.size() > 1) {
            return Stream.of(new DetectedProfile(
                    CniProfile.KUBERNETES,
                    "several network plugins show: "
                            + enforcing.get(0).profile().reason() + ", and "
                            + enforcing.get(1).profile().reason(),
                    Optional.of(enforcing.getFirst().asset().location())));
        }
        return (enforcing.isEmpty() ? shown : enforcing).stream().limit(1).map(Shown::profile);
    }
}
