package dev.bartizan.ingest;

import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Input.SetAside;
import dev.bartizan.graph.Intent;
import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.RiskSettings;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.ingest.declarations.CatalogueFolders;
import dev.bartizan.ingest.declarations.ClusterNames;
import dev.bartizan.ingest.declarations.DeclarationsFile;
import dev.bartizan.ingest.declarations.DeclarationsFinder;
import dev.bartizan.ingest.declarations.DeclarationsReader;
import dev.bartizan.ingest.declarations.Declaring;
import dev.bartizan.ingest.declarations.WorkshopFile;
import dev.bartizan.ingest.declarations.WorkshopReader;
import dev.bartizan.ingest.derived.DerivedAssets;
import dev.bartizan.ingest.documents.DocumentSorting;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.kubernetes.KubernetesReader;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.knowledge.Intents;
import dev.bartizan.knowledge.Parties;
import dev.bartizan.knowledge.ReadinessCatalogue;
import dev.bartizan.knowledge.SettingNames;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.source.FileOutcome;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Reading;
import dev.bartizan.source.Spelling;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Builds the platform from what was read: tells objects from other documents, resolves them, and adds what {@code bartizan.yaml} says. */
public final class Ingest {
    /** Read once: it is the same for every question. */
    private static final class Knowledge {
        static final Vocabulary VOCABULARY = Vocabulary.load();
        static final Signatures SIGNATURES = Signatures.load();
        static final KubernetesReader.LinkKnowledge LINKS =
                new KubernetesReader.LinkKnowledge(VOCABULARY, Parties.load(VOCABULARY), SettingNames.load());
    }

    private final IngestQuestion question;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> faults = new ArrayList<>();
    private final List<ThreatFacts.Decision> decisions = new ArrayList<>();

    private Ingest(IngestQuestion question) {
        this.question = question;
    }

    /** Reads what is known of kinds, components and parties; who has another thread can do it before there is a question. */
    public static void prepare() {
        Objects.requireNonNull(Knowledge.LINKS);
    }

    public static Ingested run(IngestQuestion question) {
        return new Ingest(question).run();
    }

    private Ingested run() {
        Reading reading = question.reading();
        var sorting = DocumentSorting.of(reading.documents());
        reading.problems().stream()
                .filter(problem -> !sorting.explained().contains(problem))
                .forEach(problems::add);
        problems.addAll(sorting.problems());

        var found = DeclarationsFinder.find(question.paths(), question.config());
        problems.addAll(found.problems());
        Optional<DeclarationsFile> declared = found.found().flatMap(this::read);
        Path folder = found.found().map(DeclarationsFinder.Found::folder).orElse(Path.of(""));
        UnaryOperator<String> clusters = ClusterNames.of(
                question.cluster(),
                declared.map(DeclarationsFile::clusters).orElse(List.of()),
                question.paths(),
                folder);

        var kubernetes = KubernetesReader.read(sorting.objects(), clusters, Knowledge.SIGNATURES, Knowledge.LINKS);
        problems.addAll(kubernetes.problems());
        var reports = new Reports();
        DerivedAssets.ofPods(kubernetes.draft(), Knowledge.VOCABULARY, reports);
        problems.addAll(reports.problems());
        Optional<Declaring.Answer> applied = declared.map(file ->
                Declaring.apply(file, kubernetes.draft(), Knowledge.VOCABULARY, Knowledge.SIGNATURES, question.asOf()));
        applied.ifPresent(answer -> problems.addAll(answer.problems()));
        DerivedAssets.ofOwners(kubernetes.draft(), Knowledge.VOCABULARY);

        PlatformDraft.Finished finished = kubernetes
                .draft()
                .finish(
                        declared.flatMap(DeclarationsFile::platform)
                                .map(DeclarationsFile.Naming::name)
                                .orElse(""),
                        applied.map(Declaring.Answer::completeness).orElse(Completeness.NONE));
        return new Ingested(
                input(sorting),
                finished.platform(),
                finished.trees(),
                kubernetes.objects(),
                declarations(declared, applied, folder),
                problems);
    }

    private Optional<DeclarationsFile> read(DeclarationsFinder.Found found) {
        var answer = DeclarationsReader.read(found.name(), found.text());
        problems.addAll(answer.problems());
        answer.problems().stream()
                .filter(problem -> problem.level() == Problem.Level.ERROR)
                .forEach(faults::add);
        return answer.file().map(file -> workshops(file, found.folder()));
    }

    private DeclarationsFile workshops(DeclarationsFile file, Path folder) {
        WorkshopReader.Answer answer = WorkshopReader.add(file, folder, question.asOf());
        problems.addAll(answer.problems());
        answer.problems().stream()
                .filter(problem -> problem.level() == Problem.Level.ERROR)
                .forEach(faults::add);
        answer.decisions().stream().map(Ingest::decided).forEach(decisions::add);
        return answer.file();
    }

    private static ThreatFacts.Decision decided(WorkshopFile.Decision decision) {
        return new ThreatFacts.Decision(
                decision.about().threat(),
                decision.about().zones(),
                decision.decision().name().toLowerCase(Locale.ROOT),
                decision.why(),
                decision.owner().orElse(""),
                decision.until().map(LocalDate::toString).orElse(""),
                decision.location());
    }

    private Declarations declarations(
            Optional<DeclarationsFile> file, Optional<Declaring.Answer> applied, Path folder) {
        return new Declarations(
                file.flatMap(DeclarationsFile::baseline)
                        .map(DeclarationsFile.Baseline::parameters)
                        .orElse(Declarations.NONE.parameters()),
                applied.map(Declaring.Answer::accepted).orElse(List.of()).stream()
                        .map(Ingest::accepted)
                        .toList(),
                applied.map(Declaring.Answer::attested).orElse(List.of()).stream()
                        .map(Ingest::attested)
                        .toList(),
                applied.map(Declaring.Answer::answered).orElse(List.of()).stream()
                        .map(answer -> new Declarations.AnsweredProperty(
                                answer.property(), answer.value(), answer.assets(), answer.location()))
                        .toList(),
                applied.map(Declaring.Answer::owned).orElse(List.of()).stream()
                        .flatMap(Ingest::owned)
                        .toList(),
                file.flatMap(DeclarationsFile::network)
                        .flatMap(DeclarationsFile.Network::profile)
                        .map(DeclarationsFile.NetworkProfile::word),
                file.flatMap(DeclarationsFile::network).map(this::wanted).orElse(List.of()),
                file.flatMap(DeclarationsFile::risk).orElse(RiskSettings.NONE),
                file.flatMap(DeclarationsFile::readiness)
                        .map(DeclarationsFile.Readiness::answers)
                        .map(this::answered)
                        .orElse(List.of()),
                decisions,
                file.flatMap(DeclarationsFile::threats)
                        .map(section -> CatalogueFolders.of(section, folder, problems))
                        .orElse(List.of()),
                faults);
    }

    private List<Intent> wanted(DeclarationsFile.Network network) {
        List<Intent> own = known(network.intents());
        return network.library() ? Intents.withLibrary(own, Knowledge.VOCABULARY, Knowledge.SIGNATURES) : own;
    }

    /** None when a word of one is not known: half of them would say less than their author thinks. */
    private List<Intent> known(List<Intent> intents) {
        List<Problem> wrong = Intents.problems(intents, Knowledge.VOCABULARY, Knowledge.SIGNATURES);
        problems.addAll(wrong);
        faults.addAll(wrong);
        return wrong.isEmpty() ? intents : List.of();
    }

    /** Without those to questions that there are not: they would say what nobody meant. */
    private List<ReadinessFacts.Word> answered(List<DeclarationsFile.LevelEntry> entries) {
        List<String> questions = ReadinessCatalogue.questionIds();
        var words = new ArrayList<ReadinessFacts.Word>();
        for (DeclarationsFile.LevelEntry entry : entries) {
            if (questions.contains(entry.question())) {
                words.add(new ReadinessFacts.Word(
                        entry.question(),
                        entry.level(),
                        entry.evidence(),
                        entry.date(),
                        entry.by().orElse(""),
                        entry.inherited(),
                        entry.location()));
            } else {
                Problem unknown = unknownQuestion(entry, questions);
                problems.add(unknown);
                faults.add(unknown);
            }
        }
        return words;
    }

    private static Problem unknownQuestion(DeclarationsFile.LevelEntry entry, List<String> questions) {
        String near = Spelling.nearest(entry.question(), questions)
                .map(question -> "; did you mean '" + question + "'?")
                .orElse(".");
        return Problem.error(
                "unknown-word",
                "'" + entry.question() + "' is no question of readiness" + near,
                "use the id of a question as bartizan readiness lists it",
                entry.location());
    }

    private static Stream<Declarations.OwnedControl> owned(Declaring.Owned owned) {
        DeclarationsFile.ResponsibilityEntry entry = owned.entry();
        return entry.controls().stream()
                .map(control -> new Declarations.OwnedControl(
                        control,
                        entry.party(),
                        entry.layer(),
                        owned.assets(),
                        entry.because().orElse(""),
                        entry.location()));
    }

    private static Declarations.AttestedControl attested(Declaring.Attested attested) {
        var entry = attested.entry();
        return new Declarations.AttestedControl(
                entry.control(), attested.assets(), entry.holds(), entry.evidence(), entry.date(), entry.location());
    }

    private static Declarations.AcceptedFinding accepted(Declaring.Accepted accepted) {
        var entry = accepted.entry();
        return new Declarations.AcceptedFinding(
                entry.rule(),
                accepted.assets(),
                entry.reason(),
                entry.expires(),
                entry.by().orElse(""),
                entry.location());
    }

    private Input input(DocumentSorting sorting) {
        Reading reading = question.reading();
        SortedMap<String, Integer> files = new TreeMap<>();
        files.put("read", reading.counts().read());
        reading.counts().notRead().forEach((kind, count) -> files.put(word(kind), count));
        var setAside = new ArrayList<>(sorting.setAside());
        for (FileOutcome outcome : reading.outcomes()) {
            setAside.add(new SetAside(word(outcome.kind()), outcome.reason(), Location.ofFile(outcome.file())));
        }
        setAside.sort((one, other) -> one.location().compareTo(other.location()));
        return new Input(question.asOf(), files, sorting.counts(), setAside);
    }

    private static String word(FileOutcome.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
