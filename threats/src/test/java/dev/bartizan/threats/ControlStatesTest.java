package dev.bartizan.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Trees;
import dev.bartizan.knowledge.Check;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.rules.Thing;
import dev.bartizan.source.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of all assets at once is what is said of each. */
class ControlStatesTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();
    private static final Signatures SIGNATURES = Signatures.load();
    private static final ThreatCatalogue CATALOGUE = ThreatCatalogue.load(VOCABULARY, SIGNATURES);
    private static final Checks CHECKS = Checks.load();
    private static final Location PLACE = new Location("platform.yaml", 1, 1, "");
    private static final int NAMESPACES = 4;
    private static final int WORKLOADS = 30;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void allAtOnceSaysWhatOneByOneSays(long seed) {
        var random = new Random(seed);
        Platform platform = platform(random);
        List<Attestation> words = attestations(random, platform);
        var snapshot = Snapshot.of(
                        new Input(LocalDate.of(2026, 11, 1), new TreeMap<>(), new TreeMap<>(), List.of()),
                        platform,
                        Trees.NONE,
                        List.of())
                .with(new ControlFacts(results(random, platform), List.of(), List.of(), List.of()));
        var conditions = Conditions.of(
                snapshot, new ThreatQuestion(CATALOGUE, CHECKS, VOCABULARY, SIGNATURES, words, List.of(), List.of()));
        var states = new ControlStates(conditions.results(), conditions.world(), words);

        for (String control : CATALOGUE.controls().keySet()) {
            ControlStates.Known known = states.of(control);
            for (int asset = 0; asset < platform.assets().size(); asset++) {
                Thing.Value lacks = conditions.checks().lacks(conditions.world().thing(asset), control);
                String word = lacks.equals(Thing.Value.of(true))
                        ? "refuted"
                        : lacks.equals(Thing.Value.of(false)) ? "evidenced" : "open";
                assertThat(word(known, asset))
                        .as("%s on %s", control, platform.asset(asset).id())
                        .isEqualTo(word);
            }
        }
    }

    private static String word(ControlStates.Known known, int asset) {
        return known.refuted().get(asset) ? "refuted" : known.evidenced().get(asset) ? "evidenced" : "open";
    }

    private static Platform platform(Random random) {
        var assets = new ArrayList<Asset>();
        for (int i = 0; i < NAMESPACES; i++) {
            assets.add(asset("core/Namespace/-/ns" + i, "Namespace", "core", "-", "ns" + i));
            assets.add(asset("core/ServiceAccount/ns" + i + "/account", "ServiceAccount", "core", "ns" + i, "account"));
            assets.add(asset("core/Secret/ns" + i + "/secret", "Secret", "core", "ns" + i, "secret"));
            assets.add(asset("rbac/Role/ns" + i + "/role", "Role", "rbac", "ns" + i, "role"));
        }
        for (int i = 0; i < WORKLOADS; i++) {
            String namespace = "ns" + random.nextInt(NAMESPACES + 1);
            assets.add(asset("apps/Deployment/" + namespace + "/w" + i, "Deployment", "apps", namespace, "w" + i));
        }
        assets.sort(Comparator.comparing(Asset::id));
        var links = new ArrayList<Link>();
        for (int from = 0; from < assets.size(); from++) {
            for (int to = 0; to < assets.size(); to++) {
                String kind = kind(assets.get(from), assets.get(to));
                if (!kind.isEmpty() && random.nextInt(3) == 0) {
                    links.add(new Link(from, to, kind, PLACE));
                }
            }
        }
        return new Platform("", assets, links, new TreeMap<>(), Completeness.NONE);
    }

    private static String kind(Asset from, Asset to) {
        return switch (from.kind() + " " + to.kind()) {
            case "Deployment ServiceAccount" -> "runs-as";
            case "Deployment Secret" -> "mounts";
            case "ServiceAccount Role" -> "may-do";
            default -> "";
        };
    }

    private static Asset asset(String id, String kind, String group, String namespace, String name) {
        return new Asset(
                "k8s:-/" + id,
                kind,
                group,
                "v1",
                namespace,
                name,
                namespace,
                new Classification("unknown", Optional.empty(), Optional.empty(), Optional.empty(), "none"),
                List.of(PLACE));
    }

    /** Each check says something about some assets, or did not run. */
    private static List<CheckResult> results(Random random, Platform platform) {
        int assets = platform.assets().size();
        return CHECKS.all().stream()
                .filter(check -> random.nextInt(5) > 0)
                .sorted(Comparator.comparing(Check::id))
                .map(check -> {
                    var said = List.of(new BitSet(), new BitSet(), new BitSet());
                    for (int asset = 0; asset < assets; asset++) {
                        int what = random.nextInt(9);
                        if (what < said.size()) {
                            said.get(what).set(asset);
                        }
                    }
                    return new CheckResult(
                            check.id(), check.title(), Severity.HIGH, assets, said.get(0), said.get(1), said.get(2));
                })
                .toList();
    }

    /** Of two about one control and asset the last one holds. */
    private static List<Attestation> attestations(Random random, Platform platform) {
        var words = new ArrayList<Attestation>();
        for (String control : CATALOGUE.controls().keySet()) {
            for (int i = random.nextInt(4); i > 0; i--) {
                var ids = new TreeSet<String>();
                platform.assets().stream()
                        .filter(asset -> random.nextInt(4) == 0)
                        .forEach(asset -> ids.add(asset.id()));
                words.add(
                        new Attestation(control, ids, random.nextBoolean(), "seen", LocalDate.of(2026, 10, 1), PLACE));
            }
        }
        return words;
    }
}
