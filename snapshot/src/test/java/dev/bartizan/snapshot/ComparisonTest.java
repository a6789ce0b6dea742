package dev.bartizan.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Facts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Trees;
import dev.bartizan.graph.Truth;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Truth OPEN = Truth.undecided("namespace/ml complete");

    @Test
    void aSnapshotDoesNotDifferFromItself() {
        var comparison = Comparison.of(ExampleSnapshot.complete(), ExampleSnapshot.complete());

        assertThat(comparison.unchanged()).hasSize(4);
        assertThat(comparison.added()).isEmpty();
        assertThat(comparison.fixed()).isEmpty();
        assertThat(comparison.unverified()).isEmpty();
        assertThat(comparison.changed()).isEmpty();
        assertThat(comparison.addedAssets()).isEmpty();
        assertThat(comparison.removedLinks()).isEmpty();
    }

    @Test
    void aRollUpIsNewWhenOneOfItsMembersIs() {
        var old = platform("a", "b").finding(Truth.CONFIRMED, "m1 a", "m2 a").finding(Truth.CONFIRMED, "m9 b");
        var now = platform("a", "b").finding(Truth.CONFIRMED, "m1 a", "m3 a").finding(Truth.CONFIRMED, "m9 b");
        var comparison = Comparison.of(old.checked(), now.checked());

        assertThat(ids(comparison.added())).containsExactly("m3");
        assertThat(ids(comparison.unchanged())).containsExactly("m1", "m9");
        assertThat(ids(comparison.fixed())).containsExactly("m2");
        assertThat(now.findings.stream().map(comparison::isNew)).containsExactly(true, false);
    }

    @Test
    void anAnsweredQuestionIsAChange() {
        var old = platform("a", "b").finding(OPEN, "m1 a").finding(OPEN, "m2 b");
        var now = platform("a", "b").finding(Truth.CONFIRMED, "m1 a").finding(OPEN, "m2 b");
        var comparison = Comparison.of(old.checked(), now.checked());

        assertThat(comparison.changed())
                .singleElement()
                .satisfies(change -> assertThat(change.now().id()).isEqualTo("m1"))
                .satisfies(change -> assertThat(change.truthBefore()).isEqualTo(OPEN))
                .satisfies(change -> assertThat(change.truthNow()).isEqualTo(Truth.CONFIRMED))
                .satisfies(change -> assertThat(change.isTruthChanged()).isTrue())
                .satisfies(change -> assertThat(change.isSeverityChanged()).isFalse());
        assertThat(now.findings.stream().map(comparison::isChanged)).containsExactly(true, false);
        assertThat(now.findings).noneMatch(comparison::isNew);
    }

    @Test
    void whatWeighsMoreNowIsAChange() {
        var old = platform("a").finding(Truth.CONFIRMED, "m1 a");
        var now = platform("a");
        now.severity = Severity.HIGH;
        now.finding(Truth.CONFIRMED, "m1 a");

        assertThat(Comparison.of(old.checked(), now.checked()).changed())
                .singleElement()
                .satisfies(change -> assertThat(change.before().severity()).isEqualTo(Severity.LOW))
                .satisfies(change -> assertThat(change.now().severity()).isEqualTo(Severity.HIGH))
                .satisfies(change -> assertThat(change.isSeverityChanged()).isTrue())
                .satisfies(change -> assertThat(change.isTruthChanged()).isFalse());
    }

    @Test
    void aRemovedAssetTakesItsFindingsAlong() {
        var comparison = Comparison.of(
                platform("a", "b").finding(Truth.CONFIRMED, "m1 b").checked(),
                platform("a", "c").checked());

        assertThat(ids(comparison.fixed())).containsExactly("m1");
        assertThat(comparison.removedAssets()).containsExactly("b");
        assertThat(comparison.addedAssets()).containsExactly("c");
    }

    @Test
    void anAssetWhoseFileOrFolderCannotBeReadIsNotFixed() {
        var old = platform("a", "b").finding(Truth.CONFIRMED, "m1 b").checked();
        for (String unread : List.of("team/b.yaml", "team")) {
            var now = platform("a");
            now.problems.add(Problem.error("yaml-syntax", "broken", "", Location.ofFile(unread)));
            var comparison = Comparison.of(old, now.checked());

            assertThat(comparison.fixed()).isEmpty();
            assertThat(ids(comparison.unverified())).containsExactly("m1");
        }
        var other = platform("a");
        other.problems.add(Problem.error("yaml-syntax", "broken", "", Location.ofFile("team/bb.yaml")));
        other.problems.add(Problem.warning("yaml-tabs", "odd", "", Location.ofFile("team/b.yaml")));
        assertThat(ids(Comparison.of(old, other.checked()).fixed())).containsExactly("m1");
    }

    @Test
    void aCheckThatIsUndecidedNowHasFixedNothing() {
        var now = platform("a");
        now.undecided.set(0);

        assertThat(ids(Comparison.of(
                                platform("a").finding(Truth.CONFIRMED, "m1 a").checked(), now.checked())
                        .unverified()))
                .containsExactly("m1");
    }

    @Test
    void whatNoCheckLookedForIsNotFixed() {
        var old = platform("a").finding(Truth.CONFIRMED, "m1 a").checked();

        assertThat(ids(Comparison.of(old, platform("a").unchecked()).unverified()))
                .containsExactly("m1");
        assertThat(Comparison.of(old, platform("a").unchecked()).fixed()).isEmpty();
    }

    @Test
    void whatOnlyOneOfThemWasAskedIsNotCompared() {
        var now = platform("a").finding(Truth.CONFIRMED, "m1 a");
        var comparison = Comparison.of(platform("a").unchecked(), now.checked());

        assertThat(comparison.added()).isEmpty();
        assertThat(now.findings).noneMatch(comparison::isNew);
        assertThat(comparison.notCompared()).containsExactly(Facts.Analysis.BASELINE);
        assertThat(Comparison.of(now.checked(), now.checked()).notCompared()).isEmpty();
    }

    @Test
    void linksCompareByIdsAndNotByIndex() {
        var old = platform("b", "c").link(0, 1, "mounts").link(0, 1, "mounts").link(1, 0, "calls");
        var now = platform("a", "b", "c").link(1, 2, "mounts").link(1, 2, "runs-as");
        var comparison = Comparison.of(old.checked(), now.checked());

        assertThat(comparison.addedLinks()).containsExactly(new Comparison.Connection("b", "runs-as", "c"));
        assertThat(comparison.removedLinks()).containsExactly(new Comparison.Connection("c", "calls", "b"));
        assertThat(comparison.addedAssets()).containsExactly("a");
    }

    private static List<String> ids(List<Finding.Member> members) {
        return members.stream().map(Finding.Member::id).toList();
    }

    private static Draft platform(String... ids) {
        return new Draft(ids);
    }

    /** A platform of assets that lie in {@code team/<id>.yaml}, with one check, BL-1. */
    private static final class Draft {
        private final List<Asset> assets = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final BitSet undecided = new BitSet();
        private Severity severity = Severity.LOW;

        private Draft(String... ids) {
            for (String id : ids) {
                assets.add(new Asset(
                        id, "Job", "batch", "v1", "ml", id, "ml", Classification.UNKNOWN, List.of(place(id))));
            }
        }

        private static Location place(String asset) {
            return Location.ofFile("team/" + asset + ".yaml");
        }

        Draft link(int from, int to, String kind) {
            links.add(new Link(from, to, kind, new Location("links.yaml", links.size() + 1, 1, "")));
            return this;
        }

        /** @param members fingerprint and asset */
        Draft finding(Truth truth, String... members) {
            var all = new ArrayList<Finding.Member>();
            for (String member : members) {
                String asset = member.substring(member.indexOf(' ') + 1);
                String id = member.substring(0, member.indexOf(' '));
                all.add(new Finding.Member(id, "BL-1", severity, asset, "", place(asset), "seen"));
            }
            var first = all.getFirst();
            findings.add(new Finding(
                    "finding of " + first.id(),
                    "family",
                    "title",
                    severity,
                    severity.word(),
                    truth,
                    Layer.MODEL,
                    first.asset(),
                    first.location(),
                    List.of(),
                    "",
                    List.of(),
                    all));
            return this;
        }

        Snapshot unchecked() {
            var input = new Input(LocalDate.of(2026, 11, 21), new TreeMap<>(), new TreeMap<>(), List.of());
            return Snapshot.of(
                    input, new Platform("", assets, links, new TreeMap<>(), Completeness.NONE), Trees.NONE, problems);
        }

        Snapshot checked() {
            var check =
                    new CheckResult("BL-1", "title", severity, assets.size(), new BitSet(), new BitSet(), undecided);
            return unchecked().with(new ControlFacts(List.of(check), findings, List.of(), List.of()));
        }
    }
}
