package dev.bartizan.exchange;

import dev.bartizan.exchange.ThreatModelFile.Extension;
import dev.bartizan.exchange.dialect.Dialect;
import dev.bartizan.exchange.dialect.Spot;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.exchange.platform.PlatformModel;
import dev.bartizan.exchange.tm7.MicrosoftModel;
import dev.bartizan.exchange.tree.Change;
import dev.bartizan.exchange.tree.Json;
import dev.bartizan.exchange.tree.TreeDifference;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Absent;
import dev.bartizan.source.Document;
import dev.bartizan.source.Limits;
import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;
import dev.bartizan.source.Problem;
import dev.bartizan.source.ReadOptions;
import dev.bartizan.source.Reading;
import dev.bartizan.source.Redacted;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import dev.bartizan.source.SourceReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads threat models that others wrote; the format shows in the content, whatever the file is called. */
public final class ThreatModelFiles {
    private static final String STANDARD_INPUT = "-";
    /** Enough for a mark of the encoding and the beginning of the first element. */
    private static final int SNIFFED = 64;

    private static final int MOST_PROBLEMS = 2000;

    private ThreatModelFiles() {}

    /** What came of reading a file. */
    public sealed interface Read {}

    /** It was read; what is not as its format wants it is among the problems of the file, and kept as it is. */
    public record Ok(ThreatModelFile file) implements Read {}

    /** @param problems never empty */
    public record Failed(List<Problem> problems) implements Read {
        public Failed {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads one file.
     *
     * @param path {@code -} is standard input
     */
    public static Read read(Path path, InputStream standardInput) {
        if (path.toString().equals(STANDARD_INPUT)) {
            var again = new BufferedInputStream(standardInput);
            return isXml(again)
                    ? microsoft(STANDARD_INPUT, () -> again)
                    : of(SourceReader.of(ReadOptions.defaults()).read(List.of(path), again), path);
        }
        return isXml(path)
                ? microsoft(name(path), () -> Files.newInputStream(path))
                : of(SourceReader.of(ReadOptions.defaults()).read(List.of(path), standardInput), path);
    }

    private static boolean isXml(Path file) {
        try (var in = Files.isRegularFile(file)
                ? new BufferedInputStream(Files.newInputStream(file))
                : InputStream.nullInputStream()) {
            return isXml(in);
        } catch (IOException unreadable) {
            // Who reads it next says why.
            return false;
        }
    }

    /** Whether it begins as XML does, in any of the encodings that it comes in; nothing is taken from the stream. */
    private static boolean isXml(InputStream in) {
        if (!in.markSupported()) {
            return false;
        }
        try {
            in.mark(SNIFFED);
            byte[] head = in.readNBytes(SNIFFED);
            in.reset();
            String text = new String(head, StandardCharsets.ISO_8859_1).replaceAll("[^\\x21-\\x7e]", "");
            return text.startsWith("<?xml") || text.startsWith("<ThreatModel");
        } catch (IOException unreadable) {
            return false;
        }
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private static Read microsoft(String name, Opening opening) {
        long most = Limits.defaults().fileBytes();
        byte[] bytes;
        try (InputStream in = opening.open()) {
            bytes = in.readNBytes((int) most + 1);
        } catch (IOException unreadable) {
            return new Failed(List.of(Problem.error(
                    "file-unreadable",
                    "The file cannot be read (" + unreadable.getClass().getSimpleName() + ").",
                    "check the file",
                    Location.ofFile(name))));
        }
        if (bytes.length > most) {
            return new Failed(List.of(Problem.error(
                    "file-too-large",
                    "The file is longer than " + (most >> 20) + " MiB.",
                    "split the model",
                    Location.ofFile(name))));
        }
        return microsoft(name, bytes);
    }

    static Read microsoft(String name, byte[] bytes) {
        return switch (MicrosoftModel.read(name, bytes)) {
            case MicrosoftModel.Failed failed -> new Failed(List.of(failed.problem()));
            case MicrosoftModel.Ok ok -> {
                List<Loss> leftOut = ok.file().leftOut().stream()
                        .map(place -> new Loss(
                                Loss.Manner.DROPPED,
                                place.pointer().replaceFirst("/[^/]*$", ""),
                                place.pointer().replaceFirst(".*/", ""),
                                place.pointer(),
                                place,
                                "only " + MicrosoftModel.TITLE + " says this"))
                        .toList();
                MaskedModel masked = MaskedModel.of(ok.file().model());
                var problems = new ArrayList<>(masked.problems());
                problems.addAll(ModelCheck.problems(masked.model()));
                yield new Ok(new ThreatModelFile(
                        (MicrosoftModel.TITLE + " " + ok.file().version()).strip(),
                        Optional.empty(),
                        masked.model(),
                        List.of(),
                        problems.stream().sorted().toList(),
                        leftOut));
            }
        };
    }

    private static String name(Path path) {
        return Objects.requireNonNullElse(path.getFileName(), path).toString();
    }

    /** The assessed platform as a threat model: its assets, zones and data flows, with what was found as threats. */
    public static ThreatModelFile of(Snapshot snapshot) {
        PlatformModel platform = PlatformModel.of(snapshot);
        List<Loss> folded = platform.folded().stream()
                .map(asset -> new Loss(
                        Loss.Manner.DROPPED,
                        "assets of the role",
                        asset.classification().role(),
                        "asset " + asset.id(),
                        asset.location(),
                        "a threat model shows what runs or holds data"))
                .toList();
        return new ThreatModelFile(
                "Bartizan", Optional.empty(), platform.model(), List.of(), snapshot.problems(), folded);
    }

    /** Reads a text that is no file. */
    static Read parse(String name, String text) {
        return of(SourceReader.parse(name, text), Path.of(name));
    }

    private static Read of(Reading reading, Path path) {
        List<Document> documents = reading.documents().stream()
                .filter(document -> !document.isEmpty())
                .toList();
        Optional<Node> root = documents.stream().findFirst().flatMap(Document::root);
        if (root.isEmpty()) {
            return new Failed(
                    reading.problems().isEmpty() ? List.of(unknown(Location.ofFile(name(path)))) : reading.problems());
        }
        var problems = new ArrayList<>(reading.problems());
        if (documents.size() > 1) {
            problems.add(Problem.error(
                    "threat-model-several",
                    "The file holds several documents; the first was read.",
                    "give each a file of its own",
                    documents.get(1).location()));
        }
        return known(Spot.root(PlainKeys.restored(root.get())), problems);
    }

    private static Read known(Spot root, List<Problem> problems) {
        Optional<Format> format = Format.all().stream()
                .filter(candidate -> candidate.dialect().recognises(root))
                .findFirst();
        if (format.isEmpty()) {
            problems.add(unknown(root.location()));
            return new Failed(problems);
        }
        Dialect dialect = format.get().dialect();
        Optional<String> version = dialect.version(root);
        if (version.filter(found -> !dialect.reads(found)).isPresent()) {
            problems.add(Problem.error(
                    "threat-model-version",
                    "This is " + dialect.title() + " of a version that is not read.",
                    "give it as " + dialect.versions(),
                    root.location()));
            return new Failed(problems);
        }
        problems.addAll(dialect.schema().problems(root));
        problems.addAll(dialect.warnings(root));
        masked(root, problems);
        ThreatModel model = dialect.read(root);
        problems.addAll(ModelCheck.problems(model));
        return new Ok(new ThreatModelFile(
                dialect.title() + version.map(found -> " " + found).orElse(""),
                format,
                model,
                extensions(root, dialect, model),
                problems.stream().sorted().toList(),
                List.of()));
    }

    private static void masked(Spot spot, List<Problem> problems) {
        switch (spot.node()) {
            case Mapping mapping -> {
                for (int i = 0; i < mapping.size(); i++) {
                    masked(new Spot(mapping.value(i), Pointer.child(spot.pointer(), mapping.key(i))), problems);
                }
            }
            case Sequence _ -> spot.items().forEach(item -> masked(item, problems));
            case Redacted _ -> {
                if (problems.size() < MOST_PROBLEMS) {
                    problems.add(MaskedModel.secret(spot.location()));
                }
            }
            case Scalar _, Absent _ -> {}
        }
    }

    /** What the document says and the writer would not: found by writing it. */
    private static List<Extension> extensions(Spot root, Dialect dialect, ThreatModel model) {
        return TreeDifference.between(dialect.write(model).tree(), Json.of(root.node())).stream()
                .map(change -> new Extension(change, places(change, root, dialect)))
                .toList();
    }

    private static List<Location> places(Change change, Spot root, Dialect dialect) {
        return switch (change) {
            case Change.Put put ->
                saysNothing(put.value()) || put.pointer().equals(dialect.versionPointer())
                        ? List.of()
                        : List.of(place(put.pointer(), root));
            case Change.Replace replace ->
                replace.pointers().stream().map(pointer -> place(pointer, root)).toList();
            case Change.Remove _, Change.Order _ -> List.of();
        };
    }

    private static Location place(String pointer, Spot root) {
        return Pointer.find(root.node(), pointer).location(pointer);
    }

    private static boolean saysNothing(Json value) {
        return switch (value) {
            case Json.Null _ -> true;
            case Json.Text text -> text.value().isEmpty();
            case Json.Items items -> items.values().stream().allMatch(ThreatModelFiles::saysNothing);
            case Json.Entries entries -> entries.values().values().stream().allMatch(ThreatModelFiles::saysNothing);
            case Json.Numeral _, Json.Flag _ -> false;
        };
    }

    private static Problem unknown(Location location) {
        return Problem.error(
                "threat-model-unknown",
                "This is no threat model of a format that is read.",
                "give one of these: "
                        + Format.all().stream()
                                .map(format ->
                                        format.title() + " (" + format.dialect().versions() + ")")
                                .collect(Collectors.joining(", ")),
                location);
    }
}
