package dev.bartizan.knowledge;

import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.Change;
import dev.bartizan.graph.Severity;
import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.knowledge.files.Loaded;
import dev.bartizan.knowledge.files.Words;
import dev.bartizan.source.Default;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Required;
import dev.bartizan.source.StrictReader;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The questions of readiness: what each level needs, as measures that are checked when they are loaded.
 *
 * @param id of the catalogue
 * @param version semantic
 */
public record ReadinessCatalogue(
        String id, String version, @Required List<Domain> domains) {
    private static final String ID = "[A-Z]{2,8}-[0-9]{1,2}";

    /**
     * A field of readiness.
     *
     * @param weight against the other domains
     */
    public record Domain(
            String id, String title, int weight, @Required List<Question> questions) {
        public Domain {
            if (weight < 1) {
                throw new IllegalArgumentException("a weight is from 1");
            }
        }
    }

    /**
     * A question.
     *
     * @param cadence how long an answer is worth its level, as an ISO period: {@code P30D}
     * @param triggers what calls for another look before its time
     * @param levels 1 to 4, in this order
     */
    public record Question(
            String id,
            String ask,
            String cadence,
            @Default("10") int weight,
            List<Change.Kind> triggers,
            @Required List<Level> levels,
            Maps maps,
            Location location) {
        public Question {
            if (!id.matches(ID)) {
                throw new IllegalArgumentException("an id is like GOV-1");
            }
            if (weight < 1) {
                throw new IllegalArgumentException("a weight is from 1");
            }
            if (levels.size() != ReadinessFacts.HIGHEST) {
                throw new IllegalArgumentException("a question has levels 1 to " + ReadinessFacts.HIGHEST);
            }
            try {
                Period period = Period.parse(cadence);
                if (period.isNegative() || period.isZero()) {
                    throw new IllegalArgumentException("a cadence is at least a day");
                }
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("a cadence is an ISO period like P30D", e);
            }
        }

        /** How long an answer is worth its level. */
        public Period period() {
            return Period.parse(cadence);
        }

        /** The controls that it asks about, sorted. */
        public List<String> controls() {
            return levels.stream()
                    .flatMap(level -> level.needs().stream())
                    .filter(need -> need.measure() == Measure.COVERAGE)
                    .map(Need::of)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /**
     * A level.
     *
     * @param lifts what to do to get there, a sentence
     * @param needs all of which hold there, besides those of the levels below
     */
    public record Level(String lifts, @Required List<Need> needs) {}

    /**
     * Something to measure.
     *
     * @param of id of a control, threat or check, or a severity, as the measure has it; empty where it takes none
     * @param above the share it exceeds; below 0 when it has none
     * @param least the value it has at least; below 0 when it has none
     * @param most the value it has at most; below 0 when it has none
     */
    public record Need(
            Measure measure,
            @Default("") String of,
            @Default("-1") double above,
            @Default("-1") double least,
            @Default("-1") double most,
            Location location) {
        public Need {
            boolean fits = switch (measure.sort()) {
                case SHARE -> most < 0 && (above < 0 ? least > 0 && least <= 1 : above < 1 && least < 0);
                case COUNT -> most >= 0 && least < 0 && above < 0;
                case PERIODS -> least >= 1 && most < 0 && above < 0;
                case NONE -> least < 0 && most < 0 && above < 0;
            };
            if (!fits) {
                throw new IllegalArgumentException(
                        "'" + measure.word() + "' takes " + measure.sort().takes());
            }
        }
    }

    /** What the value of a measure is. */
    public enum Sort {
        SHARE("a share as 'above', from 0, or as 'least', up to 1"),
        COUNT("a number as 'most', from 0"),
        PERIODS("a number of review periods as 'least', from 1"),
        NONE("no 'above', 'least' or 'most'");

        private final String takes;

        Sort(String takes) {
            this.takes = takes;
        }

        String takes() {
            return takes;
        }
    }

    /** What can be measured. */
    public enum Measure {
        /** The share of the assets a control is about on which it is proven. */
        COVERAGE(Sort.SHARE, "coverage of"),
        /** On how many assets or links a threat is real. */
        GAPS(Sort.COUNT, "confirmed places of"),
        /** The share of the answers of a check, or of all checks, that passed. */
        PASSED(Sort.SHARE, "passed of"),
        /** The share of the asked threats that are decided, confirmed or refuted. */
        DECIDED(Sort.SHARE, "decided threats"),
        /** The share of the assets with a known role that a team answers for. */
        OWNED(Sort.SHARE, "assets with an owner"),
        /** The share of the controls, by layer, of which somebody wrote down who owns them. */
        RESPONSIBLE(Sort.SHARE, "controls with a declared owner"),
        /** Whether the owner states how much loss is borne. */
        APPETITE(Sort.SHARE, "appetite stated"),
        /** The share of the risks with figures of one's own. */
        CALIBRATED(Sort.SHARE, "calibrated risks"),
        /** Whether the residual curve lies within the appetite. */
        WITHIN_APPETITE(Sort.SHARE, "residual risk within appetite"),
        /** The share of the acceptances that name an owner. */
        ACCEPTANCES_OWNED(Sort.SHARE, "acceptances with an owner"),
        /** How many acceptances expired and were not renewed. */
        ACCEPTANCES_EXPIRED(Sort.COUNT, "expired acceptances"),
        /** The share of the intents of the design that are proven. */
        INTENTS(Sort.SHARE, "proven intents"),
        /** The share of the open ways between zones that something of the platform uses. */
        CROSSINGS_USED(Sort.SHARE, "open ways between zones that something uses"),
        /** For how many days the oldest finding of a severity, or a worse one, has been open. */
        OPEN_DAYS(Sort.COUNT, "days open of findings of severity"),
        /** For how many review periods the level has not fallen. */
        STEADY(Sort.PERIODS, "review periods without a lower level"),
        /** What only tests of detections and simulated attacks tell. */
        DETECTION(Sort.SHARE, "tested detections:"),
        /** What only a person can tell. */
        WORD(Sort.NONE, "somebody's word");

        private final Sort sort;
        private final String title;

        Measure(Sort sort, String title) {
            this.sort = sort;
            this.title = title;
        }

        public Sort sort() {
            return sort;
        }

        /** For a reader, before what it is of. */
        public String title() {
            return title;
        }

        /** As files write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Counterparts in frameworks of others, by identifier.
     *
     * @param nistAiRmf subcategories of the NIST AI Risk Management Framework 1.0: {@code GOVERN 1.4}
     * @param owaspAima practices of the OWASP AI Maturity Assessment
     * @param owaspSamm practices of OWASP SAMM 2: {@code D-TA}
     */
    public record Maps(@Required List<String> nistAiRmf, List<String> owaspAima, List<String> owaspSamm) {
        public Maps {
            if (!nistAiRmf.stream().allMatch(id -> id.matches("(GOVERN|MAP|MEASURE|MANAGE) [1-6]\\.[0-9]{1,2}"))) {
                throw new IllegalArgumentException("a subcategory of the NIST AI RMF is like GOVERN 1.4");
            }
            if (!owaspSamm.stream().allMatch(id -> id.matches("[GDIVO]-[A-Z]{2}"))) {
                throw new IllegalArgumentException("a practice of SAMM is like D-TA");
            }
        }

        /** All of them, each with the name of its framework. */
        public List<String> ids() {
            return Stream.of(
                            nistAiRmf.stream().map(id -> "NIST AI RMF " + id),
                            owaspAima.stream().map(id -> "OWASP AIMA " + id),
                            owaspSamm.stream().map(id -> "OWASP SAMM " + id))
                    .flatMap(ids -> ids)
                    .toList();
        }
    }

    /**
     * The packaged one.
     *
     * @throws UnreadableKnowledgeException if it is wrong
     */
    public static ReadinessCatalogue load(ThreatCatalogue threats, Checks checks) {
        return load(
                threats.threats().keySet(),
                threats.controls().keySet(),
                checks.all().stream().map(Check::id).toList());
    }

    private static ReadinessCatalogue load(
            Collection<String> threats, Collection<String> controls, Collection<String> checks) {
        return switch (read(KnowledgeFile.packaged("readiness.yaml"), threats, controls, checks)) {
            case Loaded.Good<ReadinessCatalogue> good -> good.value();
            case Loaded.Bad<ReadinessCatalogue> bad -> throw new UnreadableKnowledgeException(bad.problems());
        };
    }

    /** Ids of the questions of this release, in their order. */
    public static List<String> questionIds() {
        StrictReader.Result<ReadinessCatalogue> read =
                KnowledgeFile.packaged("readiness.yaml").read(ReadinessCatalogue.class);
        return read.value()
                .orElseThrow(() -> new UnreadableKnowledgeException(read.faults()))
                .questions()
                .map(Question::id)
                .toList();
    }

    static Loaded<ReadinessCatalogue> read(
            KnowledgeFile file, Collection<String> threats, Collection<String> controls, Collection<String> checks) {
        StrictReader.Result<ReadinessCatalogue> read = file.read(ReadinessCatalogue.class);
        var problems = new ArrayList<>(read.faults());
        read.value().ifPresent(catalogue -> problems.addAll(catalogue.problems(threats, controls, checks)));
        return problems.isEmpty()
                ? new Loaded.Good<>(read.value().orElseThrow())
                : new Loaded.Bad<>(problems.stream().sorted().toList());
    }

    private List<Problem> problems(Collection<String> threats, Collection<String> controls, Collection<String> checks) {
        var problems = new ArrayList<Problem>();
        var ids = new HashSet<String>();
        questions().forEach(question -> {
            if (!ids.add(question.id())) {
                problems.add(Problem.error(
                        "catalogue",
                        "'" + question.id() + "' stands twice.",
                        "give each question an id of its own",
                        question.location()));
            }
            question.levels().stream()
                    .flatMap(level -> level.needs().stream())
                    .forEach(need -> word(need, threats, controls, checks).ifPresent(problems::add));
        });
        return problems;
    }

    private static Optional<Problem> word(
            Need need, Collection<String> threats, Collection<String> controls, Collection<String> checks) {
        return switch (need.measure()) {
            case COVERAGE -> Words.check("control", need.of(), controls, need.location());
            case GAPS -> Words.check("threat", need.of(), threats, need.location());
            case PASSED ->
                need.of().isEmpty() ? Optional.empty() : Words.check("check", need.of(), checks, need.location());
            case OPEN_DAYS ->
                Words.check(
                        "severity",
                        need.of(),
                        Arrays.stream(Severity.values()).map(Severity::word).toList(),
                        need.location());
            case DETECTION ->
                Words.check(
                        "measure of detections", need.of(), List.of("share", "precision", "speed"), need.location());
            case DECIDED,
                    OWNED,
                    RESPONSIBLE,
                    APPETITE,
                    CALIBRATED,
                    WITHIN_APPETITE,
                    ACCEPTANCES_OWNED,
                    ACCEPTANCES_EXPIRED,
                    INTENTS,
                    CROSSINGS_USED,
                    STEADY,
                    WORD ->
                need.of().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Problem.error(
                                "catalogue",
                                "'" + need.measure().word() + "' is of nothing in particular.",
                                "leave out 'of'",
                                need.location()));
        };
    }

    /** All questions, in their order. */
    public Stream<Question> questions() {
        return domains.stream().flatMap(domain -> domain.questions().stream());
    }

    /** As results name it. */
    public String name() {
        return id + " " + version;
    }
}
