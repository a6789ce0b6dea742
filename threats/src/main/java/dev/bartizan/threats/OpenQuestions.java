package dev.bartizan.threats;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Question;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.graph.Truth;
import dev.bartizan.knowledge.Property;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to ask the owner of the platform: only what can change whether a threat is real, and what settles most loss first. */
final class OpenQuestions {
    private static final int MOST_NAMES = 5;

    /** Letters first, so that it is no number, and no word that YAML takes for something else. */
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?i:true|false|null|yes|no|on|off|y|n)$)[a-zA-Z][a-zA-Z0-9._/-]*");

    private final World world;
    private final ThreatQuestion question;
    private final Map<String, Question> baseline = new HashMap<>();
    private final NavigableMap<String, Draft> drafts = new TreeMap<>();
    /** By the text of the gap. */
    private final Map<String, Draft> draftOf = new HashMap<>();

    /** One question in the making. */
    private static final class Draft {
        final Gap gap;
        /** By index, which is the order of their ids. */
        final BitSet assets = new BitSet();

        final NavigableSet<String> settles = new TreeSet<>();
        double loss;

        Draft(Gap gap) {
            this.gap = gap;
        }
    }

    OpenQuestions(Conditions conditions, ThreatQuestion question, Snapshot snapshot) {
        this.world = conditions.world();
        this.question = question;
        snapshot.controls().ifPresent(this::index);
    }

    /** The baseline's own questions, by check and asset. */
    private void index(ControlFacts facts) {
        var findings = new HashMap<String, Finding>();
        facts.findings().forEach(finding -> findings.put(finding.id(), finding));
        for (Question one : facts.questions()) {
            for (String id : one.settles()) {
                Optional.ofNullable(findings.get(id))
                        .ifPresent(finding -> finding.members()
                                .forEach(member -> baseline.putIfAbsent(member.rule() + " " + member.asset(), one)));
            }
        }
    }

    List<Question> of(List<Verdicts> verdicts, List<ThreatScenario> scenarios) {
        Map<String, List<ThreatScenario>> open = scenarios.stream()
                .filter(scenario -> !scenario.truth().isConfirmed())
                .collect(Collectors.groupingBy(ThreatScenario::threat));
        for (Verdicts one : verdicts) {
            var scenarioOf = new HashMap<String, String>();
            open.getOrDefault(one.threat().id(), List.of())
                    .forEach(scenario ->
                            scenario.places().forEach(place -> scenarioOf.put(place.asset(), scenario.id())));
            for (Verdicts.Verdict verdict : one.decided()) {
                if (verdict.truth() instanceof Truth.Undecided undecided) {
                    add(one, verdict, undecided, scenarioOf);
                }
            }
        }
        return drafts.values().stream()
                .sorted(Comparator.comparingDouble((Draft draft) -> -draft.loss)
                        .thenComparing(draft -> draft.gap.text()))
                .map(this::question)
                .toList();
    }

    /** The loss that an answer would settle: events a year by what the asset is worth, shared among the gaps that stand in the way. */
    private void add(
            Verdicts verdicts, Verdicts.Verdict verdict, Truth.Undecided undecided, Map<String, String> scenarioOf) {
        String asset = world.platform().asset(verdict.asset()).id();
        double loss = verdicts.threat().frequency().mode()
                * (1 << world.properties().value(world.thing(verdict.asset())))
                / undecided.gaps().size();
        Optional<String> scenario = Optional.ofNullable(scenarioOf.get(asset));
        for (String text : undecided.gaps()) {
            Draft draft = draftOf.computeIfAbsent(text, this::draft);
            draft.assets.set(verdict.asset());
            draft.loss += loss;
            scenario.ifPresent(draft.settles::add);
        }
    }

    /** Gaps that one answer closes are one question. */
    private Draft draft(String text) {
        Gap gap = world.gap(text).orElseGet(() -> new Gap(Gap.Topic.NETWORK, "network", "cluster", text));
        return drafts.computeIfAbsent(key(gap), key -> new Draft(gap));
    }

    private String key(Gap gap) {
        return switch (gap.topic()) {
            case PROPERTY -> "property " + gap.key() + " " + placeOf(gap.place());
            case CONTROL -> "control " + gap.key() + " " + gap.place();
            case CHECK ->
                Optional.ofNullable(baseline.get(gap.key() + " " + gap.place()))
                        .map(one -> "complete " + one.place())
                        .orElse("check " + gap.key());
            case COMPLETENESS -> "complete " + gap.place();
            case NETWORK -> "network " + gap.text();
            case OWNER -> "owner " + gap.place();
        };
    }

    private String placeOf(String asset) {
        return world.platform()
                .index(asset)
                .map(index -> World.place(world.platform().asset(index)))
                .orElse("cluster");
    }

    private Question question(Draft draft) {
        Gap gap = draft.gap;
        var settles = List.copyOf(draft.settles);
        return switch (gap.topic()) {
            case PROPERTY -> {
                String place = placeOf(gap.place());
                Property property = question.vocabulary().property(gap.key()).orElseThrow();
                yield new Question(
                        "answer-" + gap.key(),
                        place,
                        property.question().orElse(property.meaning()) + " (" + names(draft.assets) + ")",
                        "answers: [{property: " + gap.key() + ", value: " + String.join("|", property.values())
                                + ", select: " + select(draft.assets) + "}]",
                        settles);
            }
            case CONTROL -> {
                String control = gap.key().substring(0, gap.key().indexOf(' '));
                String title = Optional.ofNullable(
                                question.catalogue().controls().get(control))
                        .map(found -> found.title())
                        .orElse(control);
                yield new Question(
                        "attest-" + control,
                        gap.place(),
                        "Is this in place: " + title + "? (" + names(draft.assets) + ")",
                        "attestations: [{control: " + control
                                + ", holds: true, evidence: https://…, date: YYYY-MM-DD, select: "
                                + select(draft.assets) + "}]",
                        settles);
            }
            case CHECK ->
                Optional.ofNullable(baseline.get(gap.key() + " " + gap.place()))
                        .map(one -> new Question(one.id(), one.place(), one.text(), one.answer(), settles))
                        .orElseGet(() -> new Question(
                                "check-" + gap.key(),
                                placeOf(gap.place()),
                                question.checks()
                                                .check(gap.key())
                                                .map(check -> check.title())
                                                .orElse(gap.key())
                                        + ": is it so? (" + names(draft.assets) + ")",
                                "bartizan explain tells what " + gap.key() + " could not read",
                                settles));
            case COMPLETENESS ->
                new Question(
                        "complete",
                        gap.place(),
                        "Is everything that belongs to " + gap.place() + " in the input?",
                        "complete: [" + gap.place() + "]",
                        settles);
            case NETWORK ->
                new Question("network", gap.place(), "Is it so: " + gap.text() + "?", "network: {profile: …}", settles);
            case OWNER ->
                new Question(
                        "owner",
                        gap.place(),
                        "Who owns " + gap.place() + "?",
                        "owners: [{name: …, select: {namespaces: ["
                                + gap.place().substring(gap.place().indexOf('/') + 1) + "]}}]",
                        settles);
        };
    }

    private String names(BitSet assets) {
        List<String> names = assets(assets).map(Asset::name).distinct().toList();
        String shown = String.join(", ", names.stream().limit(MOST_NAMES).toList());
        return names.size() <= MOST_NAMES ? shown : shown + " and " + (names.size() - MOST_NAMES) + " more";
    }

    private Stream<Asset> assets(BitSet indexes) {
        return indexes.stream().mapToObj(world.platform()::asset);
    }

    private String select(BitSet assets) {
        var namespaces = new TreeSet<String>();
        var names = new TreeSet<String>();
        assets(assets).forEach(asset -> {
            namespaces.add(asset.namespace());
            names.add(asset.name());
        });
        return "{namespaces: [" + written(namespaces) + "], names: [" + written(names) + "]}";
    }

    /** As YAML reads them back as the same texts: what is not plain stands in quotes. */
    private static String written(SortedSet<String> words) {
        return words.stream()
                .map(word -> PLAIN.matcher(word).matches()
                        ? word
                        : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(", "));
    }
}
