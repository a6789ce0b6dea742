package dev.bartizan.baseline;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Severity;
import dev.bartizan.knowledge.Check;
import dev.bartizan.knowledge.CompiledCheck;
import dev.bartizan.rules.Frame;
import dev.bartizan.rules.Witness;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What makes a failure better or worse than its check says, and how that is told. */
final class Circumstances {
    /** What such a check finds is dangerous because somebody can reach it. */
    private static final Set<String> AREAS_OF_REACH = Set.of("serving", "notebooks", "data");

    private final PlatformIndex platform;
    private final StrongRights rights;
    private final ByDesign byDesign;
    /** Why what is wrong with an asset weighs more, found once for all its failures. */
    private final Map<Integer, Optional<String>> reasons = new ConcurrentHashMap<>();

    Circumstances(PlatformIndex platform, StrongRights rights, ByDesign byDesign) {
        this.platform = platform;
        this.rights = rights;
        this.byDesign = byDesign;
    }

    /**
     * @param reason {@code low, raised by 1: exposed by Ingress web}
     * @param isByDesign whether a node agent is there for exactly this
     */
    record Weighed(Severity severity, String reason, boolean isByDesign) {
        Weighed(Severity severity, String reason) {
            this(severity, reason, false);
        }
    }

    Weighed weigh(Plan.Step step, Binding binding, Witness witness) {
        return byDesign.agent(step.check(), binding, witness)
                .map(agent -> new Weighed(
                        Severity.INFO,
                        step.check().severity().word() + ", here info: by design of " + agent.name(),
                        true))
                .orElseGet(() -> weigh(step, binding));
    }

    private Weighed weigh(Plan.Step step, Binding binding) {
        Check check = step.check();
        var weighed = adjusted(step, binding.frame());
        boolean isWorkload = platform.firstPod(binding.asset()) < platform.endOfPods(binding.asset());
        boolean canRise = weighed.severity().compareTo(Severity.HIGH) < 0
                || (weighed.severity() == Severity.HIGH && AREAS_OF_REACH.contains(check.area()));
        if (!isWorkload || !canRise) {
            return weighed;
        }
        Optional<String> reason = reasons.computeIfAbsent(
                binding.asset(), asset -> exposure(asset).or(() -> token(asset)));
        return reason.isEmpty()
                ? weighed
                : new Weighed(raised(weighed.severity()), weighed.reason() + ", raised by 1: " + reason.get());
    }

    private static Weighed adjusted(Plan.Step step, Frame frame) {
        Severity base = step.check().severity();
        boolean isFirstScope = step.target() == step.check().cases().getFirst().target();
        for (CompiledCheck.Adjustment adjustment : step.compiled().adjustments()) {
            if (isFirstScope && adjustment.when().test(frame).isConfirmed()) {
                return new Weighed(
                        adjustment.severity(),
                        base.word() + ", here " + adjustment.severity().word() + ": " + adjustment.because());
            }
        }
        return new Weighed(base, base.word());
    }

    private static Severity raised(Severity severity) {
        return switch (severity) {
            case INFO -> Severity.LOW;
            case LOW -> Severity.MEDIUM;
            case MEDIUM -> Severity.HIGH;
            case HIGH, CRITICAL -> Severity.CRITICAL;
        };
    }

    /** Whether the manifests open it beyond the cluster, and by what. */
    Optional<String> exposure(int asset) {
        return isExposed(asset)
                ? Optional.of("exposed" + opener(asset, 0).map(" by "::concat).orElse(""))
                : Optional.empty();
    }

    boolean isExposed(int asset) {
        return platform.platform()
                .property(asset, "exposure")
                .filter("outside"::equals)
                .isPresent();
    }

    /** The outermost thing that leads to it. */
    private Optional<String> opener(int asset, int depth) {
        Platform graph = platform.platform();
        return graph.linksTo(asset).stream()
                .filter(link -> link.kind().equals("exposes") || link.kind().equals("routes"))
                .filter(link -> isExposed(link.from()))
                .min(Comparator.comparing(link -> graph.asset(link.from()).id()))
                .map(Link::from)
                .map(from -> (depth < 8 ? opener(from, depth + 1) : Optional.<String>empty())
                        .orElseGet(() -> named(graph.asset(from))));
    }

    private static String named(Asset asset) {
        return asset.kind() + " " + asset.name();
    }

    /** Whether it runs with an account that can do almost everything. */
    private Optional<String> token(int asset) {
        return platform.platform().linksFrom(asset).stream()
                .filter(link -> link.kind().equals("runs-as") && rights.isStrong(link.to()))
                .findFirst()
                .map(link -> "runs as " + platform.platform().asset(link.to()).name()
                        + ", which has rights over the whole cluster");
    }
}
