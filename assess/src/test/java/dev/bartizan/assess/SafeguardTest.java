package dev.bartizan.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Cell;
import dev.bartizan.graph.SafeguardFacts.Party;
import dev.bartizan.graph.SafeguardFacts.Phase;
import dev.bartizan.graph.SafeguardFacts.Proof;
import dev.bartizan.graph.SafeguardFacts.Responsibility;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.SafeguardFacts.State;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeguardTest {
    private static final String CHAT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: chat, namespace: ml}
            spec:
              selector: {matchLabels: {app: chat}}
              template:
                metadata: {labels: {app: chat}}
                spec: {containers: [{name: main, image: "vllm/vllm-openai:v0.11.2", args: [--model=org/model]}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: chat, namespace: ml}
            spec: {type: LoadBalancer, selector: {app: chat}, ports: [{port: 80, targetPort: 8000}]}
            """;
    private static final String WHOLE = ExamplePlatform.COMPLETE + "\n";
    private static final String GPU_OPERATOR = """
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: gpu-operator, namespace: gpu-operator}
            spec:
              selector: {matchLabels: {app: gpu-operator}}
              template:
                metadata: {labels: {app: gpu-operator}}
                spec: {containers: [{name: main, image: "nvcr.io/nvidia/gpu-operator:v25.3.0"}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRealThreatWhoseControlIsRefutedIsAGap() throws IOException {
        Safeguard authentication = control(facts(WHOLE + CHAT), "C-AUTHN");

        assertThat(authentication.gaps()).isPositive();
        assertThat(authentication.threats())
                .filteredOn(cell -> cell.gaps() > 0)
                .extracting(Cell::threat)
                .contains("TH-M19");
        assertThat(authentication.proofs()).first().satisfies(proof -> {
            assertThat(proof.state()).isEqualTo(State.REFUTED);
            assertThat(proof.source()).isEqualTo("BL-NW-006");
            assertThat(proof.evidence())
                    .first()
                    .satisfies(
                            evidence -> assertThat(evidence.location().file()).isEqualTo("example.yaml"));
        });
    }

    /** Whatever the state, each share has its denominator. */
    @Test
    void provenRefutedAndOpenAreWhatNeedsTheControl() throws IOException {
        assertThat(facts(CHAT).controls())
                .hasSizeGreaterThan(50)
                .allSatisfy(control -> assertThat(control.coverage().evidenced().cardinality()
                                + control.coverage().refuted().cardinality()
                                + control.coverage().open().cardinality())
                        .isEqualTo(control.coverage().applicable().cardinality()));
    }

    @Test
    void nobodyCanTellUntilSomebodyAttests() throws IOException {
        assertThat(control(facts(CHAT), "C-GUARD").isUntold()).isTrue();

        Safeguard attested = control(facts("""
                version: 1
                attestations:
                  - {control: C-GUARD, date: 2026-10-01, evidence: "test of October", select: {names: [chat], kinds: [Deployment]}}
                ---
                """ + CHAT), "C-GUARD");

        assertThat(attested.isUntold()).isFalse();
        assertThat(attested.coverage().evidenced().cardinality()).isEqualTo(1);
        assertThat(attested.proofs()).extracting(Proof::source).containsExactly("attestation");
    }

    /** A check that found the control missing outweighs somebody's word that it is there. */
    @Test
    void evidenceOutweighsWords() throws IOException {
        Safeguard authentication = control(facts(WHOLE + """
                version: 1
                attestations:
                  - {control: C-AUTHN, date: 2026-10-01, evidence: "they say so", select: {names: [chat]}}
                ---
                """ + CHAT), "C-AUTHN");

        assertThat(authentication.coverage().refuted().cardinality()).isPositive();
        assertThat(authentication.coverage().evidenced().cardinality()).isZero();
    }

    @Test
    void aControlThatNoThreatHereNeedsIsSaidToBeSo() throws IOException {
        SafeguardFacts facts = facts(CHAT);

        assertThat(control(facts, "C-MEMHARD").isUnneeded()).isTrue();
        assertThat(control(facts, "C-AUTHN").isUnneeded()).isFalse();
        assertThat(control(facts, "C-IRP").isUnneeded()).isFalse();
        assertThat(facts.unguarded()).contains("TH-M08").doesNotContain("TH-I22");
    }

    @Test
    void whoOwnsAControlFollowsFromWhereItRuns() throws IOException {
        SafeguardFacts facts = facts(CHAT + GPU_OPERATOR);

        assertThat(parties(facts, "C-PODSEC")).contains(Party.ML_TEAM, Party.PLATFORM);
        assertThat(parties(facts, "C-NETSEG")).containsOnly(Party.PLATFORM);
        assertThat(parties(facts, "C-IRP")).containsOnly(Party.SECURITY);
        assertThat(facts.responsibilities())
                .filteredOn(row -> row.control().equals("C-PODSEC") && row.party() == Party.ML_TEAM)
                .extracting(Responsibility::reason)
                .contains("runs in a team's namespace: ml");
    }

    @Test
    void aModelHubIsTheProviders() throws IOException {
        assertThat(parties(facts(CHAT), "C-VALID")).contains(Party.ML_TEAM);
        assertThat(parties(facts(CHAT), "C-VENDOR")).containsOnly(Party.SECURITY);
    }

    @Test
    void whatIsDeclaredOutweighsWhatIsDerived() throws IOException {
        SafeguardFacts facts = facts("""
                version: 1
                responsibilities:
                  - {controls: [C-NETSEG, C-EGRESS], party: ml-team, layer: model, because: "agreed in May"}
                ---
                """ + CHAT);

        assertThat(facts.responsibilities())
                .filteredOn(row ->
                        row.control().equals("C-NETSEG") && row.declared().isPresent())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.party()).isEqualTo(Party.ML_TEAM);
                    assertThat(row.reason()).isEqualTo("agreed in May");
                    assertThat(row.declared().orElseThrow().line()).isEqualTo(3);
                });
    }

    @Test
    void assignmentsThatContradictEachOtherAreTold() throws IOException {
        assertThat(problems("""
                responsibilities:
                  - {controls: [C-NETSEG], party: ml-team}
                  - {controls: [C-NETSEG], party: platform, select: {namespaces: [ml]}}
                """)).containsExactly("responsibility-contradicted 4");
        assertThat(problems("""
                responsibilities:
                  - {controls: [C-NETSEG], party: ml-team, layer: data}
                  - {controls: [C-NETSEG], party: platform, layer: model}
                """)).isEmpty();
    }

    @Test
    void aControlThatNobodyKnowsIsTold() throws IOException {
        assertThat(problems("""
                responsibilities:
                  - {controls: [C-NETSEC], party: platform}
                attestations:
                  - {control: C-GARD, date: 2026-10-01, evidence: "x", select: {names: [chat]}}
                """)).containsExactly("unknown-word 3", "unknown-word 5");
    }

    @Test
    void aMisspeltKeyOrPartyIsTold() throws IOException {
        assertThat(messages("""
                responsibilities:
                  - {control: [C-NETSEG], party: platform}
                """)).anyMatch(message -> message.contains("controls"));
        assertThat(messages("""
                responsibilities:
                  - {controls: [C-NETSEG], party: plattform}
                """)).anyMatch(message -> message.contains("platform"));
    }

    @Test
    void theWallsOfAJewelHaveHoles() throws IOException {
        SafeguardFacts facts = facts(WHOLE + """
                version: 1
                classification:
                  - {value: "3", select: {names: [chat], kinds: [Deployment]}}
                ---
                """ + CHAT);

        assertThat(facts.defences())
                .filteredOn(defence -> defence.asset().endsWith("/chat"))
                .singleElement()
                .satisfies(defence -> {
                    assertThat(defence.guards(Phase.PREVENT)).anySatisfy(guard -> {
                        assertThat(guard.control()).isEqualTo("C-AUTHN");
                        assertThat(guard.state()).isEqualTo(State.REFUTED);
                        assertThat(guard.evidence()).isNotEmpty();
                    });
                    assertThat(defence.state(Phase.RESPOND)).isEqualTo(State.OPEN);
                    assertThat(defence.guards(Phase.RESPOND))
                            .allMatch(guard -> !guard.gap().isEmpty());
                });
    }

    private List<String> problems(String section) throws IOException {
        return located(section).stream()
                .map(problem ->
                        problem.code() + " " + problem.location().orElseThrow().line())
                .toList();
    }

    private List<String> messages(String section) throws IOException {
        return located(section).stream().map(Problem::message).toList();
    }

    private List<Problem> located(String section) throws IOException {
        return assess("version: 1\n" + section + "---\n" + CHAT).problems().stream()
                .filter(problem -> problem.level() != Problem.Level.NOTICE)
                .toList();
    }

    private static List<Party> parties(SafeguardFacts facts, String control) {
        return facts.responsibilities().stream()
                .filter(row -> row.control().equals(control))
                .map(Responsibility::party)
                .distinct()
                .toList();
    }

    private static Safeguard control(SafeguardFacts facts, String id) {
        return facts.controls().stream()
                .filter(control -> control.control().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private SafeguardFacts facts(String example) throws IOException {
        return assess(example).safeguards().orElseThrow();
    }

    private Snapshot assess(String example) throws IOException {
        return ExamplePlatform.assess(folder, "platform" + example.hashCode(), example);
    }
}
