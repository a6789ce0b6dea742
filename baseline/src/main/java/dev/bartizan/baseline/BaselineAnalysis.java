package dev.bartizan.baseline;

import dev.bartizan.baseline.identity.Fingerprint;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.CompiledCheck;
import dev.bartizan.knowledge.NodeAgent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Answers which baseline controls hold: every check for every asset in its scope, then rolled up to what has one cause. */
public final class BaselineAnalysis {
    private BaselineAnalysis() {}

    public static BaselineAnswer run(Snapshot snapshot, BaselineQuestion question) {
        return run(snapshot, snapshot::connectivity, question);
    }

    /**
     * Of a snapshot whose network is perhaps still being analysed: few checks ask about it, the others need not wait.
     *
     * @param network asked once, and not before a check wants to know; may be asked by any thread
     */
    public static BaselineAnswer run(
            Snapshot snapshot, Supplier<Optional<ReachabilityFacts>> network, BaselineQuestion question) {
        var platform = new PlatformIndex(snapshot);
        var rights = new StrongRights(platform);
        var parameters = parameters(question);
        var approved = parameters.values().getOrDefault("allowed-registries", List.of());
        var circumstances = new Circumstances(platform, rights, new ByDesign(platform, NodeAgent.load(), approved));
        List<CompiledCheck> checks = question.checks().compile(parameters.values());
        var walk = new PlatformWalk(platform, checks, Evaluator.Lookups.of(platform, rights, network), circumstances);
        Tally tally = walk.run(question.threads());

        var exemptions = new Exemptions(
                question.settings().exceptions(), snapshot.input().asOf());
        List<RawMember> members = Inheritance.apply(Supersession.apply(unique(tally.members())));
        List<Group> groups = new Grouping(question.checks(), platform).group(members, exemptions);
        var facts = facts(
                groups,
                results(tally, checks, snapshot),
                new Questions(question.checks(), platform),
                platform,
                circumstances);

        var problems = new ArrayList<>(exemptions.problems(question.checks()));
        problems.addAll(parameters.problems());
        return new BaselineAnswer(facts, problems.stream().sorted().toList());
    }

    /**
     * Which values made a check pass, fail or stay undecided for an asset.
     *
     * @param rule a check's id
     * @return empty when no check has this id
     */
    public static Optional<CheckExplanation> explain(
            Snapshot snapshot, BaselineQuestion question, String rule, int assetIndex) {
        var platform = new PlatformIndex(snapshot);
        var lookups = Evaluator.Lookups.of(platform, new StrongRights(platform), snapshot::connectivity);
        var explainer = new Explainer(rule, assetIndex);
        var plan = new Plan(question.checks().compile(parameters(question).values()));
        var evaluator = new Evaluator(platform, plan, lookups, explainer);
        evaluator.asset(assetIndex);
        platform.namespaces().values().forEach(evaluator::namespace);
        return question.checks()
                .check(rule)
                .map(check -> explainer.explanation(
                        check.title(), snapshot.platform().asset(assetIndex).id()));
    }

    private static BaselineSettings.Given parameters(BaselineQuestion question) {
        return question.settings().given(question.checks().parameters().keySet());
    }

    private static List<CheckResult> results(Tally tally, List<CompiledCheck> checks, Snapshot snapshot) {
        int assets = snapshot.platform().assets().size();
        return IntStream.range(0, checks.size())
                .mapToObj(number -> tally.result(number, checks.get(number).check(), assets))
                .toList();
    }

    /** Two identical things at one asset are told apart by their order, which is that of the document. */
    private static List<RawMember> unique(List<RawMember> members) {
        HashMap<String, Integer> seen = HashMap.newHashMap(members.size());
        var unique = new ArrayList<RawMember>(members.size());
        for (RawMember member : members) {
            int count = seen.merge(member.fingerprint(), 1, Integer::sum);
            unique.add(
                    count == 1
                            ? member
                            : member.withFingerprint(Fingerprint.of(List.of(member.fingerprint(), "" + count))));
        }
        return unique;
    }

    private static ControlFacts facts(
            List<Group> groups,
            List<CheckResult> results,
            Questions questions,
            PlatformIndex platform,
            Circumstances circumstances) {
        var writer = new FindingWriter(platform);
        List<Written> written = groups.parallelStream()
                .map(group -> Written.of(group, writer.write(group), circumstances))
                .sorted(Written.WORST_FIRST)
                .toList();
        List<Finding> findings = written.stream().map(Written::finding).toList();
        List<Waiver> waivers = written.stream()
                .flatMap(one -> one.waiver().stream())
                .sorted(Comparator.comparing(Waiver::finding))
                .toList();
        return new ControlFacts(results, findings, questions.of(findings), waivers);
    }
}
