package dev.bartizan.knowledge;

import dev.bartizan.graph.Intent;
import dev.bartizan.knowledge.Signature.Port.Purpose;
import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.knowledge.files.Words;
import dev.bartizan.source.Default;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Required;
import dev.bartizan.source.StrictReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads intents: those of this release, and those of users. */
public final class Intents {
    private static final Pattern NUMBERS = Pattern.compile("(?:(?:tcp|udp|sctp)/)?([0-9]{1,5})(?:-([0-9]{1,5}))?");
    private static final Pattern NAME = Pattern.compile("(?=.*[a-z])[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?");
    private static final int LAST_PORT = 65_535;

    private final Vocabulary vocabulary;
    private final Signatures signatures;
    private final List<Problem> problems = new ArrayList<>();

    private Intents(Vocabulary vocabulary, Signatures signatures) {
        this.vocabulary = vocabulary;
        this.signatures = signatures;
    }

    /** A file of intents as it is written. */
    record File(@Default("1") int version, @Required List<Intent> intents) {}

    /**
     * What was read.
     *
     * @param intents none when there is a problem: half of them would say less than their author thinks
     */
    public record Answer(List<Intent> intents, List<Problem> problems) {
        public Answer {
            intents = List.copyOf(intents);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Those of this release, each with its reason and source.
     *
     * @throws UnreadableKnowledgeException if one is wrong
     */
    public static List<Intent> load(Vocabulary vocabulary, Signatures signatures) {
        Answer answer =
                answer(KnowledgeFile.packaged("intents.yaml").read(File.class), new Intents(vocabulary, signatures));
        List<Problem> problems = new ArrayList<>(answer.problems());
        answer.intents().stream()
                .filter(intent -> intent.why().isEmpty()
                        || intent.sources().isEmpty()
                        || intent.title().isEmpty())
                .map(intent -> Problem.error(
                        "intent",
                        "'" + intent.id() + "' says not why, or not on whose word.",
                        "give it a title, why and sources",
                        intent.location()))
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new UnreadableKnowledgeException(problems);
        }
        return answer.intents();
    }

    /** One's own and those of the library; one of one's own takes the place of that with the same id. */
    public static List<Intent> withLibrary(List<Intent> own, Vocabulary vocabulary, Signatures signatures) {
        Set<String> ids = own.stream().map(Intent::id).collect(Collectors.toSet());
        return Stream.concat(
                        own.stream(),
                        load(vocabulary, signatures).stream().filter(intent -> !ids.contains(intent.id())))
                .toList();
    }

    /** Those of a file whose root holds {@code intents}. */
    public static Answer read(Node root, Vocabulary vocabulary, Signatures signatures) {
        return answer(StrictReader.read(root, File.class), new Intents(vocabulary, signatures));
    }

    /** What is wrong with intents beyond their form: words, ports, an id that stands twice. */
    public static List<Problem> problems(List<Intent> intents, Vocabulary vocabulary, Signatures signatures) {
        return new Intents(vocabulary, signatures).check(intents);
    }

    private static Answer answer(StrictReader.Result<File> read, Intents checker) {
        List<Intent> intents = read.value().map(File::intents).orElse(List.of());
        List<Problem> problems = new ArrayList<>(read.faults());
        problems.addAll(checker.check(intents));
        return new Answer(problems.isEmpty() ? intents : List.of(), problems);
    }

    private List<Problem> check(List<Intent> intents) {
        var ids = new HashSet<String>();
        for (Intent intent : intents) {
            if (!ids.add(intent.id())) {
                report("'" + intent.id() + "' stands twice.", "give each intent an id of its own", intent.location());
            }
            intent.ports().stream()
                    .filter(port -> !isPort(port))
                    .forEach(port -> report(
                            "'" + port + "' is no port.",
                            "write 8080, 8000-8100, udp/53 or the name of a port",
                            intent.location()));
            List<String> purposes =
                    Arrays.stream(Purpose.values()).map(Purpose::word).toList();
            intent.purposes().forEach(word -> add(Words.check("purpose", word, purposes, intent.location())));
            intent.from().forEach(this::check);
            intent.to().forEach(this::check);
            intent.through().forEach(this::check);
        }
        return List.copyOf(problems);
    }

    private static boolean isPort(String text) {
        var numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) {
            return NAME.matcher(text).matches();
        }
        int first = Integer.parseInt(numbers.group(1));
        int last = numbers.group(2) == null ? first : Integer.parseInt(numbers.group(2));
        return first >= 1 && first <= last && last <= LAST_PORT;
    }

    private void check(Intent.Side side) {
        List<String> roles = vocabulary.roles().stream().map(Role::id).toList();
        List<String> components = signatures.all().stream().map(Signature::id).toList();
        side.roles().forEach(role -> add(Words.check("role", role, roles, side.location())));
        side.components().forEach(id -> add(Words.check("component", id, components, side.location())));
        side.except().forEach(this::check);
    }

    private void add(Optional<Problem> problem) {
        problem.ifPresent(problems::add);
    }

    private void report(String message, String remedy, Location location) {
        problems.add(Problem.error("intent", message, remedy, location));
    }
}
