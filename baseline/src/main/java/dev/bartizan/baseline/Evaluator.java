package dev.bartizan.baseline;

import dev.bartizan.baseline.PlatformIndex.NamespaceContents;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.Truth;
import dev.bartizan.knowledge.CheckCase.CheckTarget;
import dev.bartizan.rules.Frame;
import dev.bartizan.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks all checks of one asset after another, each tree being walked once. One per thread. */
final class Evaluator {
    /** Hears what a check answers for what a binding is bound to. */
    @FunctionalInterface
    interface Listener {
        void answered(Plan.Step step, Binding binding, Verdict verdict);
    }

    private final PlatformIndex platform;
    private final Plan plan;
    private final Lookups lookups;
    private final Listener listener;
    private Optional<ContainerBinding> containers = Optional.empty();
    private Optional<PodBinding> pods = Optional.empty();
    private Optional<ObjectBinding> objects = Optional.empty();

    /** What is looked up across objects; shared by all threads, so none of it changes. */
    record Lookups(
            AuthenticationPolicies authentication,
            StrongerAccounts strongerAccounts,
            Isolation isolation,
            Openings openings) {
        static Lookups of(PlatformIndex platform, StrongRights rights, Supplier<Optional<ReachabilityFacts>> network) {
            return new Lookups(
                    new AuthenticationPolicies(platform),
                    new StrongerAccounts(platform, rights),
                    new Isolation(platform),
                    new Openings(platform, network));
        }
    }

    Evaluator(PlatformIndex platform, Plan plan, Lookups lookups, Listener listener) {
        this.platform = platform;
        this.plan = plan;
        this.lookups = lookups;
        this.listener = listener;
    }

    /** An object, the pods it makes and their containers. */
    void asset(int index) {
        Optional<Node> root = platform.root(index);
        if (root.isEmpty()) {
            return;
        }
        Asset asset = platform.platform().asset(index);
        List<Plan.Step> objectSteps = plan.steps(CheckTarget.OBJECT, asset);
        if (!objectSteps.isEmpty()) {
            var binding = objectBinding(root.get());
            binding.bind(index, asset, root.get());
            ask(objectSteps, binding);
        }
        if (platform.firstPod(index) < platform.endOfPods(index)) {
            pods(index, asset, root.get());
        }
    }

    void namespace(NamespaceContents contents) {
        var binding = new NamespaceBinding(platform, lookups.isolation(), contents);
        binding.bind(contents);
        ask(plan.steps(CheckTarget.NAMESPACE), binding);
    }

    private void pods(int index, Asset asset, Node root) {
        String rootPointer = platform.rootPointer(index);
        String lastLevel = "";
        for (int i = platform.firstPod(index); i < platform.endOfPods(index); i++) {
            PodTemplate template = platform.pods().get(i);
            var context = PodContext.of(template, root, rootPointer, asset.group());
            // The lone containers of one workflow share their pod's settings: one mistake is one finding.
            String thisLevel = context.level().pointer() + " " + context.account();
            boolean isNewLevel = template.shape() == Shape.POD || !thisLevel.equals(lastLevel);
            if (context.level().isKnown() && isNewLevel) {
                lastLevel = thisLevel;
                if (!template.aside().settings()) {
                    var binding = podBinding(context);
                    binding.bind(context, asset);
                    ask(plan.steps(CheckTarget.POD, asset), binding);
                }
            }
            containers(context, asset);
        }
    }

    private void containers(PodContext context, Asset asset) {
        List<Plan.Step> steps = plan.steps(CheckTarget.CONTAINER, asset);
        var binding = containerBinding(context);
        binding.bind(context, asset);
        Node spec = context.template().spec();
        if (context.template().shape() == Shape.CONTAINER) {
            binding.bindContainer(spec, "", 0);
            ask(steps, binding);
            return;
        }
        for (String list : PodBinding.CONTAINER_LISTS) {
            List<Node> items = spec.get(list).items();
            for (int i = 0; i < items.size(); i++) {
                if (!context.template().aside().holds(list, i)) {
                    binding.bindContainer(items.get(i), list, i);
                    ask(steps, binding);
                }
            }
        }
    }

    private void ask(List<Plan.Step> steps, Binding binding) {
        for (int i = 0; i < steps.size(); i++) {
            listener.answered(steps.get(i), binding, verdict(steps.get(i), binding.frame()));
        }
    }

    private static Verdict verdict(Plan.Step step, Frame frame) {
        frame.restart();
        var applies = Truth.CONFIRMED;
        if (step.part().applies().isPresent()) {
            applies = step.part().applies().get().test(frame);
            if (applies.isRefuted()) {
                return Verdict.NOT_APPLICABLE;
            }
        }
        Truth fails = step.part().fails().test(frame);
        if (fails.isRefuted()) {
            return Verdict.PASS;
        }
        return fails.isConfirmed() && applies.isConfirmed() ? Verdict.FAIL : Verdict.UNDECIDED;
    }

    private ContainerBinding containerBinding(PodContext first) {
        if (containers.isEmpty()) {
            containers = Optional.of(new ContainerBinding(platform, lookups.authentication(), first));
        }
        return containers.get();
    }

    private PodBinding podBinding(PodContext first) {
        if (pods.isEmpty()) {
            pods = Optional.of(new PodBinding(platform, lookups.authentication(), first));
        }
        return pods.get();
    }

    private ObjectBinding objectBinding(Node first) {
        if (objects.isEmpty()) {
            objects = Optional.of(new ObjectBinding(platform, lookups, first));
        }
        return objects.get();
    }
}
