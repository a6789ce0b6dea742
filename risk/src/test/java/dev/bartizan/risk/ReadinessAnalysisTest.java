package dev.bartizan.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.Acceptance;
import dev.bartizan.graph.ReadinessFacts.Answer;
import dev.bartizan.graph.ReadinessFacts.Change;
import dev.bartizan.graph.ReadinessFacts.Provenance;
import dev.bartizan.graph.ReadinessFacts.Standing;
import dev.bartizan.graph.ReadinessFacts.Vouched;
import dev.bartizan.graph.ReadinessFacts.Word;
import dev.bartizan.graph.ReadinessFacts.Words;
import dev.bartizan.graph.RiskSettings;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Coverage;
import dev.bartizan.graph.SafeguardFacts.Ground;
import dev.bartizan.graph.SafeguardFacts.Party;
import dev.bartizan.graph.SafeguardFacts.Phase;
import dev.bartizan.graph.SafeguardFacts.Responsibility;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.Trees;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.ReadinessCatalogue;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.risk.readiness.Reviews;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.time.LocalDate;
import java.time.Period;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadinessAnalysisTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Location HERE = new Location("bartizan.yaml", 7, 5, "");
    private static final ThreatCatalogue THREATS = ThreatCatalogue.load(Vocabulary.load(), Signatures.load());
    private static final ReadinessCatalogue CATALOGUE = ReadinessCatalogue.load(THREATS, Checks.load());
    private static final int ASSETS = 10;

    @Test
    void theEmptyPlatformIsAtLevelZeroWithConfidenceZero() {
        Snapshot empty = snapshot(0)
                .with(new ControlFacts(List.of(), List.of(), List.of(), List.of()))
                .with(new ThreatFacts(List.of(), List.of(), List.of(), List.of()));
        List<Word> allFours = CATALOGUE
                .questions()
                .map(question -> word(question.id(), 4, TODAY, false))
                .toList();

        ReadinessFacts facts = run(empty, words(allFours)).facts();

        assertThat(facts.platform().score()).isZero();
        assertThat(facts.platform().confidence()).isZero();
        assertThat(facts.answers()).allSatisfy(answer -> {
            assertThat(answer.level()).isZero();
            assertThat(answer.provenance()).isEqualTo(Provenance.NOBODY);
        });
        assertThat(facts.limits()).first().isEqualTo("Nothing was read: there is nothing to be ready.");
    }

    /** What was true of nothing: a threat that nobody looked for, a share of nothing, a count of what there is none of. */
    @ParameterizedTest
    @ValueSource(strings = {"PIPE-4", "NET-1", "DET-1", "DET-3", "PLAT-1", "PLAT-3", "GOV-1", "GOV-3"})
    void whatNobodyMeasuredHoldsNoLevel(String question) {
        Answer answer = answer(run(snapshot(ASSETS), Words.NONE), question);

        assertThat(answer.level()).isZero();
        assertThat(answer.provenance()).isEqualTo(Provenance.NOBODY);
        assertThat(answer.rungs().getFirst().standing()).isEqualTo(Standing.OPEN);
        assertThat(answer.rungs().getFirst().measured()).allSatisfy(one -> {
            assertThat(one.whole()).isZero();
            assertThat(one.date()).isEmpty();
            assertThat(one.gap()).isNotBlank();
        });
    }

    @Test
    void everyShareCarriesDenominatorAndDate() {
        var measured = answer(run(covered("C-NETSEG", 6, 3), Words.NONE), "NET-1")
                .rungs()
                .get(1)
                .measured()
                .getFirst();

        assertThat(measured.standing()).isEqualTo(Standing.HOLDS);
        assertThat(measured.statement()).isEqualTo("coverage of C-NETSEG: 6 of 10, 1 open, wanted at least 50 %");
        assertThat(measured.date()).contains(TODAY);
    }

    @ParameterizedTest
    @CsvSource({"0,10,0,FAILS", "0,0,0,OPEN", "1,9,1,HOLDS", "4,6,1,HOLDS", "5,5,2,HOLDS", "10,0,2,HOLDS"})
    void coverageIsALevelOnlyWhenWhatIsOpenDoesNotMatter(int proven, int refuted, int level, Standing first) {
        Answer answer = answer(run(covered("C-NETSEG", proven, refuted), Words.NONE), "NET-1");

        assertThat(answer.level()).isEqualTo(level);
        assertThat(answer.rungs().getFirst().standing()).isEqualTo(first);
    }

    @Test
    void noGapCountsOnlyWhenTheThreatWasLookedFor() {
        Snapshot covered = covered("C-NETSEG", 10, 0);
        Snapshot asked = covered.with(threats("TH-I01", 0, 5, 0));
        Snapshot perhaps = covered.with(threats("TH-I01", 0, 4, 1));
        Snapshot real = covered.with(threats("TH-I01", 1, 4, 0));

        assertThat(answer(run(covered, Words.NONE), "NET-1").level()).isEqualTo(2);
        assertThat(answer(run(asked, Words.NONE), "NET-1").level()).isEqualTo(3);
        assertThat(answer(run(perhaps, Words.NONE), "NET-1").level()).isEqualTo(2);
        assertThat(answer(run(real, Words.NONE), "NET-1").level()).isEqualTo(2);
    }

    @Test
    void somebodysWordGetsNoHigherThanTwoWhereTheMachineAnswers() {
        Answer answer = answer(run(covered("C-NETSEG", 1, 0), words(List.of(word("NET-1", 4, TODAY, false)))), "NET-1");

        assertThat(answer.level()).isEqualTo(2);
        assertThat(answer.provenance()).isEqualTo(Provenance.ATTESTED);
        assertThat(answer.notes()).anyMatch(note -> note.contains("counts as 2"));
    }

    @Test
    void somebodysWordDoesNotOutweighWhatIsRefuted() {
        Answer answer = answer(run(covered("C-NETSEG", 1, 9), words(List.of(word("NET-1", 4, TODAY, false)))), "NET-1");

        assertThat(answer.level()).isEqualTo(1);
        assertThat(answer.provenance()).isEqualTo(Provenance.MACHINE);
        assertThat(answer.notes()).anyMatch(note -> note.contains("refutes level 2"));
    }

    @Test
    void somebodysWordCountsWhollyWhereNoMachineAnswers() {
        Answer answer = answer(run(snapshot(ASSETS), words(List.of(word("DET-4", 4, TODAY, false)))), "DET-4");

        assertThat(answer.level()).isEqualTo(4);
        assertThat(answer.provenance()).isEqualTo(Provenance.ATTESTED);
        assertThat(answer.evidence()).singleElement().satisfies(one -> {
            assertThat(one.statement()).contains("https://wiki.example/DET-4");
            assertThat(one.location()).isEqualTo(HERE);
        });
    }

    @Test
    void whatIsVouchedForOnAssetsIsNoMachineAnswer() {
        Snapshot covered = covered("C-IRP", 10, 0);
        var vouched = new Vouched("C-IRP", new TreeSet<>(ids(ASSETS)), "ticket 4", TODAY.minusDays(10), HERE);
        var words = new Words(List.of(), List.of(vouched), List.of(), RiskSettings.NONE);

        Answer answer = answer(run(covered, words), "DET-4");

        assertThat(answer.provenance()).isEqualTo(Provenance.ATTESTED);
        assertThat(answer.level()).isEqualTo(3);
        assertThat(answer.answered()).contains(TODAY.minusDays(10));
        assertThat(answer.review()).isEqualTo(TODAY.minusDays(10).plusDays(180));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22,0",
        "2026-08-24,0",
        "2026-08-23,1",
        "2026-05-26,1",
        "2026-05-25,2",
        "2026-02-24,3",
        "2020-01-01,4"
    })
    void eachMissedReviewTakesOffALevel(LocalDate answered, int missed) {
        assertThat(Reviews.missed(answered, Period.ofDays(90), TODAY)).isEqualTo(missed);

        Answer answer = answer(run(snapshot(ASSETS), words(List.of(word("DATA-4", 4, answered, false)))), "DATA-4");

        assertThat(answer.missed()).isEqualTo(missed);
        assertThat(answer.level()).isEqualTo(4 - missed);
        assertThat(answer.reached()).isEqualTo(4);
    }

    @Test
    void monthsAreCountedAsTheCalendarDoes() {
        LocalDate january = LocalDate.of(2026, 1, 31);

        assertThat(Reviews.missed(january, Period.ofMonths(1), LocalDate.of(2026, 2, 28)))
                .isZero();
        assertThat(Reviews.missed(january, Period.ofMonths(1), LocalDate.of(2026, 3, 1)))
                .isEqualTo(1);
    }

    @Test
    void anOldWordDoesNotLowerWhatIsMeasured() {
        Answer answer = answer(
                run(
                        covered("C-NETSEG", 10, 0).with(threats("TH-I01", 0, 5, 0)),
                        words(List.of(word("NET-1", 4, TODAY.minusYears(1), false)))),
                "NET-1");

        assertThat(answer.level()).isEqualTo(3);
        assertThat(answer.provenance()).isEqualTo(Provenance.MACHINE);
    }

    @Test
    void aWordOfADayToComeIsTold() {
        ReadinessAnswer answer = run(snapshot(ASSETS), words(List.of(word("DET-4", 3, TODAY.plusDays(1), false))));

        assertThat(answer(answer, "DET-4").level()).isZero();
        assertThat(answer.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("readiness-date");
            assertThat(problem.location()).contains(HERE);
        });
    }

    @Test
    void onlyWhatAProviderOwnsIsInherited() {
        Words words = words(List.of(word("NET-1", 2, TODAY, true), word("DET-4", 2, TODAY, true)));
        ReadinessAnswer answer = run(owned("C-NETSEG"), words);

        assertThat(answer(answer, "NET-1").provenance()).isEqualTo(Provenance.INHERITED);
        assertThat(answer(answer, "DET-4").provenance()).isEqualTo(Provenance.ATTESTED);
        assertThat(answer.problems()).extracting(Problem::code).containsExactly("readiness-not-inherited");
    }

    @Test
    void aDomainIsNeverMoreThanItsLowestQuestionPlusOne() {
        List<Word> words = Stream.of("DATA-1", "DATA-2", "DATA-3")
                .map(id -> word(id, 4, TODAY, false))
                .toList();

        var data =
                run(snapshot(ASSETS), words(words)).facts().platform().domains().get(1);

        assertThat(data.domain()).isEqualTo("DATA");
        assertThat(data.score()).isEqualTo(100);
        assertThat(data.confidence()).isZero();
    }

    @Test
    void confidenceIsTheShareOfWeightThatIsMeasured() {
        var net = run(covered("C-NETSEG", 10, 0), Words.NONE)
                .facts()
                .platform()
                .domains()
                .get(4);

        assertThat(net.domain()).isEqualTo("NET");
        assertThat(net.confidence()).isEqualTo(25);
    }

    @Test
    void anAcceptanceThatExpiredCallsForAReview() {
        var words = new Words(
                List.of(),
                List.of(),
                List.of(
                        new Acceptance("BL-WL-001", "Ada", TODAY.minusDays(1), HERE),
                        new Acceptance("TH-M19", "", TODAY, HERE)),
                RiskSettings.NONE);

        Answer answer = answer(run(snapshot(ASSETS), words), "GOV-3");

        assertThat(answer.review()).isEqualTo(TODAY);
        assertThat(answer.due()).containsExactly("the acceptance of BL-WL-001 expired on 2026-11-21");
        assertThat(answer.rungs().get(1).measured().getFirst().statement())
                .isEqualTo("acceptances with an owner: 1 of 2, wanted at least 90 %");
        assertThat(answer.level()).isEqualTo(1);
    }

    @Test
    void aLostControlConcernsTheQuestionsThatAskAboutIt() {
        var lost = new Change(Change.Kind.LOST_CONTROL, "BL-NW-001", "BL-NW-001 no longer holds");
        ReadinessFacts facts = run(covered("C-NETSEG", 10, 0), Words.NONE, TODAY, List.of(), List.of(lost))
                .facts();

        assertThat(answer(facts, "NET-1").due()).containsExactly("BL-NW-001 no longer holds");
        assertThat(answer(facts, "NET-2").due()).isEmpty();
    }

    @Test
    void theHighestLevelNeedsStoredAssessmentsThatAreNotHigher() {
        Snapshot good = covered("C-VENDOR", 10, 0);
        List<Snapshot> stored = Stream.of(TODAY.minusDays(400), TODAY.minusDays(30))
                .map(day -> dated(good, day))
                .toList();

        var steady = answer(run(good, Words.NONE, TODAY, stored, List.of()).facts(), "PEOPLE-3")
                .rungs()
                .getLast()
                .measured()
                .getLast();
        var alone = answer(run(good, Words.NONE).facts(), "PEOPLE-3")
                .rungs()
                .getLast()
                .measured()
                .getLast();

        assertThat(steady.standing()).isEqualTo(Standing.HOLDS);
        assertThat(steady.whole()).isEqualTo(2);
        assertThat(alone.standing()).isEqualTo(Standing.OPEN);
        assertThat(alone.gap()).contains("no stored assessment");
    }

    @Test
    void theTrendIsCarriedFromAssessmentToAssessment() {
        Snapshot first = dated(covered("C-NETSEG", 1, 9), TODAY.minusDays(60));
        Snapshot before = covered("C-NETSEG", 5, 5);
        Snapshot second = withDay(before, TODAY.minusDays(30))
                .with(run(before, Words.NONE, TODAY.minusDays(30), List.of(first), List.of())
                        .facts());

        ReadinessFacts facts = run(covered("C-NETSEG", 10, 0), Words.NONE, TODAY, List.of(second), List.of())
                .facts();

        assertThat(facts.history())
                .extracting(ReadinessFacts.Point::asOf)
                .containsExactly(TODAY.minusDays(60), TODAY.minusDays(30));
    }

    @Test
    void aStoredAssessmentAges() {
        Snapshot measured = covered("C-NETSEG", 10, 0).with(threats("TH-I01", 0, 5, 0));
        ReadinessFacts facts = run(measured, Words.NONE).facts();

        ReadinessFacts aged =
                ReadinessAnalysis.aged(measured, facts, question(Words.NONE, TODAY.plusDays(2), List.of(), List.of()));

        assertThat(answer(facts, "NET-1").level()).isEqualTo(3);
        assertThat(answer(aged, "NET-1").level()).isEqualTo(2);
        assertThat(answer(aged, "NET-1").reached()).isEqualTo(3);
        assertThat(answer(aged, "NET-1").lift()).startsWith("Look at it again");
        assertThat(aged.platform().score()).isLessThan(facts.platform().score());
    }

    @Test
    void aTeamIsMeasuredOnItsOwnAssets() {
        ReadinessFacts facts = run(covered("C-NETSEG", 3, 7), Words.NONE).facts();

        assertThat(facts.teams()).extracting(ReadinessFacts.Scorecard::name).containsExactly("first", "others");
        assertThat(facts.teams().getFirst().levels()).containsEntry("NET-1", 2);
        assertThat(facts.teams().getLast().levels()).containsEntry("NET-1", 0);
        assertThat(facts.platform().levels()).containsEntry("NET-1", 1);
    }

    private static ReadinessAnswer run(Snapshot snapshot, Words words) {
        return run(snapshot, words, TODAY, List.of(), List.of());
    }

    private static ReadinessAnswer run(
            Snapshot snapshot, Words words, LocalDate day, List<Snapshot> stored, List<Change> changes) {
        return ReadinessAnalysis.run(snapshot, question(words, day, stored, changes));
    }

    private static ReadinessQuestion question(Words words, LocalDate day, List<Snapshot> stored, List<Change> changes) {
        return new ReadinessQuestion(CATALOGUE, THREATS, words, day, stored, changes);
    }

    private static Answer answer(ReadinessAnswer answer, String question) {
        return answer(answer.facts(), question);
    }

    private static Answer answer(ReadinessFacts facts, String question) {
        return facts.answers().stream()
                .filter(one -> one.question().equals(question))
                .findFirst()
                .orElseThrow();
    }

    private static Words words(List<Word> answers) {
        return new Words(answers, List.of(), List.of(), RiskSettings.NONE);
    }

    private static Word word(String question, int level, LocalDate date, boolean isInherited) {
        return new Word(question, level, "https://wiki.example/" + question, date, "Ada", isInherited, HERE);
    }

    /** With readiness of that day, as it was stored then. */
    private static Snapshot dated(Snapshot snapshot, LocalDate day) {
        Snapshot then = withDay(snapshot, day);
        return then.with(run(then, Words.NONE, day, List.of(), List.of()).facts());
    }

    private static Snapshot withDay(Snapshot snapshot, LocalDate day) {
        Snapshot then = Snapshot.of(input(day), snapshot.platform(), Trees.NONE, List.of());
        return snapshot.safeguards().map(then::with).orElse(then);
    }

    private static Input input(LocalDate day) {
        return new Input(day, new TreeMap<>(), new TreeMap<>(), List.of());
    }

    /** Assets without anything that was established of them; the first three are one team's. */
    private static Snapshot snapshot(int assets) {
        List<Asset> all = ids(assets).stream()
                .map(id -> new Asset(
                        id, "Deployment", "apps", "v1", "ml", id, "ml", Classification.UNKNOWN, List.of(HERE)))
                .toList();
        var owners = new TreeMap<Integer, String>();
        IntStream.range(0, assets).forEach(asset -> owners.put(asset, asset < 3 ? "first" : "others"));
        var properties = new TreeMap<String, SortedMap<Integer, String>>();
        properties.put("owner", owners);
        return Snapshot.of(
                input(TODAY),
                new Platform("test", all, List.of(), properties, Completeness.NONE),
                Trees.NONE,
                List.of());
    }

    private static List<String> ids(int assets) {
        return IntStream.range(0, assets)
                .mapToObj(asset -> "k8s:-/apps/Deployment/ml/a" + asset)
                .toList();
    }

    /** A control that is proven on the first assets, refuted on the next, and open on the rest. */
    private static Snapshot covered(String control, int proven, int refuted) {
        var coverage = new Coverage(
                ASSETS, range(0, proven), range(proven, proven + refuted), range(proven + refuted, ASSETS));
        var safeguard = new Safeguard(
                control,
                control,
                Phase.PREVENT,
                Ground.CLUSTER,
                List.of("BL-NW-001"),
                List.of(),
                coverage,
                List.of(),
                List.of());
        return snapshot(ASSETS).with(new SafeguardFacts(List.of(safeguard), List.of(), List.of(), List.of()));
    }

    private static Snapshot owned(String control) {
        var owned = new Responsibility(
                Optional.empty(), control, Party.PROVIDER, List.of(), 0, 0, 1, "it runs there", Optional.of(HERE));
        return snapshot(ASSETS).with(new SafeguardFacts(List.of(), List.of(owned), List.of(), List.of()));
    }

    private static ThreatFacts threats(String threat, int confirmed, int refuted, int undecided) {
        return new ThreatFacts(
                List.of(new ThreatFacts.Result(threat, threat, Layer.INFRASTRUCTURE, confirmed, refuted, undecided)),
                List.of(),
                List.of(),
                List.of());
    }

    private static BitSet range(int from, int to) {
        var set = new BitSet();
        set.set(from, to);
        return set;
    }
}
