package dev.bartizan.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Plane;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Question;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Trees;
import dev.bartizan.graph.Truth;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TerminalReportTest {
    private static final Location PLACE =
            new Location("training/pretrain.yaml", 41, 15, "/spec/containers/0/securityContext/privileged");
    private static final String TRAINER = "k8s:-/batch/Job/ml-training/pretrain";

    @Test
    void tellsWhatWasReadWhatIsThereAndWhatIsWorst() {
        assertThat(String.join("\n", TerminalReport.of(snapshot("pretrain"), Optional.empty(), Style.PLAIN)))
                .isEqualTo("""
                        lighthouse as of 2026-11-01

                        Read
                          3 files: 1 binary, 2 read
                          4 documents: 1 helm-template, 3 object

                        Platform: 2 assets, 1 link
                          role     control  data  management  no plane
                          trainer        ·     1           ·         ·
                          unknown        ·     ·           ·         1
                          no role known for ServiceAccount pretrain

                        Findings: 1 (1 confirmed, 0 undecided), rolled up from 1 observation
                          layer           critical  high  medium  low  info
                          data                   ·     ·       ·    ·     ·
                          model                  ·     ·       ·    ·     ·
                          pipeline               ·     ·       ·    ·     ·
                          infrastructure         1     ·       ·    ·     ·

                        1 cause explains 100 % of what was observed
                          BL-WL-001  Container runs privileged  1

                        All findings
                          critical  Container runs privileged
                                    training/pretrain.yaml:41:15  Job ml-training/pretrain  BL-WL-001
                                    → remove privileged

                        1 open question, settling 1 finding
                          ? Are the policies of ml-training in another repository?
                            bartizan.yaml: complete: [namespace/ml-training]

                        Input: 1 warning
                          warning  training/pretrain.yaml:41:15: a key stands twice (keep one)

                        Not analysed: network, threats, risk, readiness""");
    }

    @Test
    void escapeSequencesOfAManifestDoNotReachTheTerminal() {
        var text = String.join(
                "\n", TerminalReport.of(snapshot("\u001b[2Jpre\u202etrain"), Optional.empty(), Style.PLAIN));

        assertThat(text).doesNotContain("\u001b").doesNotContain("\u202e").contains("\uFFFD[2Jpre\uFFFDtrain");
    }

    @Test
    void whoComparesIsToldWhatTheChangeAdds() {
        var now = snapshot("pretrain");
        var unasked = Snapshot.of(now.input(), now.platform(), Trees.NONE, List.of());
        var before =
                unasked.with(new ControlFacts(now.controls().orElseThrow().checks(), List.of(), List.of(), List.of()));

        assertThat(String.join("\n", TerminalReport.of(now, Optional.of(Comparison.of(before, now)), Style.PLAIN)))
                .contains("""
                          observations against the older assessment: 1 new, 0 fixed, 0 unchanged
                        """)
                .contains("""
                        This change adds 1 observation
                          critical  Container runs privileged
                                    training/pretrain.yaml:41:15  Job ml-training/pretrain container/main  BL-WL-001
                                    privileged is true
                        """)
                .doesNotContain("All findings");
        assertThat(TerminalReport.of(now, Optional.of(Comparison.of(now, now)), Style.PLAIN))
                .contains("This change adds nothing");
        assertThat(TerminalReport.of(now, Optional.of(Comparison.of(unasked, now)), Style.PLAIN))
                .contains("All findings", "Not compared, since only one of the two assessments holds it: baseline");
    }

    @Test
    void longTextIsBrokenBetweenWords() {
        assertThat(Paragraph.lines("- ", "  ", "word ".repeat(40).strip()))
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(110).endsWith("word"));
    }

    @Test
    void anExplanationOfAFindingNamesTheValueThatDecided() {
        var snapshot = snapshot("pretrain");
        var finding = snapshot.controls().orElseThrow().findings().getFirst();

        assertThat(String.join("\n", TerminalExplanation.of(snapshot, finding, Style.PLAIN)))
                .contains("securityContext.privileged is true")
                .contains("training/pretrain.yaml:41:15  /spec/containers/0/securityContext/privileged")
                .contains("NIST SP 800-53 AC-6");
    }

    @Test
    void anExplanationOfAnAssetTellsItsRoleItsLinksAndItsAnswers() {
        assertThat(String.join("\n", TerminalExplanation.of(snapshot("pretrain"), 0, List.of(), Style.PLAIN)))
                .contains("trainer, because image acme/pretrain matches")
                .contains("runs-as  ServiceAccount ml-training/pretrain")
                .contains("Failed: 1 check\n  BL-WL-001 Container runs privileged");
    }

    private static Snapshot snapshot(String accountName) {
        var trainer = new Classification(
                "trainer",
                Optional.of(Layer.MODEL),
                Optional.of(Plane.DATA),
                Optional.empty(),
                "image acme/pretrain matches");
        var assets = List.of(
                new Asset(
                        TRAINER,
                        "Job",
                        "batch",
                        "v1",
                        "ml-training",
                        "pretrain",
                        "ml-training",
                        trainer,
                        List.of(PLACE)),
                new Asset(
                        "k8s:-/core/ServiceAccount/ml-training/pretrain",
                        "ServiceAccount",
                        "core",
                        "v1",
                        "ml-training",
                        accountName,
                        "ml-training",
                        Classification.UNKNOWN,
                        List.of(PLACE)));
        var platform = new Platform(
                "lighthouse", assets, List.of(new Link(0, 1, "runs-as", PLACE)), new TreeMap<>(), Completeness.NONE);
        var input = new Input(
                LocalDate.of(2026, 11, 1),
                new TreeMap<>(Map.of("read", 2, "binary", 1)),
                new TreeMap<>(Map.of("object", 3, "helm-template", 1)),
                List.of());
        return Snapshot.of(
                        input,
                        platform,
                        Trees.NONE,
                        List.of(Problem.warning("yaml-duplicate-key", "a key stands twice", "keep one", PLACE)))
                .with(controls());
    }

    private static ControlFacts controls() {
        var member = new Finding.Member(
                "0".repeat(32), "BL-WL-001", Severity.CRITICAL, TRAINER, "container/main", PLACE, "privileged is true");
        var finding = new Finding(
                member.id(),
                "BL-WL-001",
                "Container runs privileged",
                Severity.CRITICAL,
                "critical",
                Truth.CONFIRMED,
                Layer.INFRASTRUCTURE,
                TRAINER,
                PLACE,
                List.of(new Evidence("securityContext.privileged is true", PLACE)),
                "remove privileged",
                List.of("NIST SP 800-53 AC-6"),
                List.of(member));
        var failed = new BitSet();
        failed.set(0);
        return new ControlFacts(
                List.of(new CheckResult(
                        "BL-WL-001",
                        "Container runs privileged",
                        Severity.CRITICAL,
                        2,
                        new BitSet(),
                        failed,
                        new BitSet())),
                List.of(finding),
                List.of(new Question(
                        "policies",
                        "namespace/ml-training",
                        "Are the policies of ml-training in another repository?",
                        "complete: [namespace/ml-training]",
                        List.of(finding.id()))),
                List.of());
    }
}
