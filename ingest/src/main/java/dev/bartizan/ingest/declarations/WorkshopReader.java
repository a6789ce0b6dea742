package dev.bartizan.ingest.declarations;

import dev.bartizan.source.Document;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Reading;
import dev.bartizan.source.SourceReader;
import dev.bartizan.source.StrictReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the files that section {@code workshops} names, strictly: one with a mistake is not taken. They lie beside {@code bartizan.yaml} or below. */
public final class WorkshopReader {
    private static final long LONGEST = 4L << 20;

    private final Path folder;
    private final LocalDate asOf;
    private final List<Problem> problems = new ArrayList<>();

    private WorkshopReader(Path folder, LocalDate asOf) {
        this.folder = folder;
        this.asOf = asOf;
    }

    /** The settings with what workshops say added, before what the file itself says: of two words about one asset the file's own holds. */
    public record Answer(DeclarationsFile file, List<WorkshopFile.Decision> decisions, List<Problem> problems) {
        public Answer {
            decisions = List.copyOf(decisions);
            problems = List.copyOf(problems);
        }
    }

    /** @param folder of {@code bartizan.yaml} */
    public static Answer add(DeclarationsFile file, Path folder, LocalDate asOf) {
        var reader = new WorkshopReader(folder, asOf);
        DeclarationsFile added = file;
        var decisions = new ArrayList<WorkshopFile.Decision>();
        for (Node named : file.workshops().reversed()) {
            Optional<WorkshopFile> workshop = reader.read(named);
            if (workshop.isPresent()) {
                added = added.after(workshop.get());
                decisions.addAll(0, workshop.get().decisions());
            }
        }
        return new Answer(added, decisions, reader.problems);
    }

    private Optional<WorkshopFile> read(Node named) {
        Location place = named.location();
        String name = named.text("");
        Optional<Path> file = inside(name);
        if (file.isEmpty()) {
            fault("takes the name of a file beside bartizan.yaml or below, this is '" + name + "'", place);
            return Optional.empty();
        }
        try {
            if (!Files.isRegularFile(file.get())) {
                fault("names " + name + ", which is not there", place);
                return Optional.empty();
            }
            if (Files.size(file.get()) > LONGEST) {
                fault("names " + name + ", which is longer than " + (LONGEST >> 20) + " MiB", place);
                return Optional.empty();
            }
            return parse(name, Files.readString(file.get(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            fault("names " + name + ", which cannot be read as text", place);
            return Optional.empty();
        }
    }

    /** Nothing outside of the folder is read, whatever a name says. */
    private Optional<Path> inside(String name) {
        if (name.isBlank() || name.indexOf(0) >= 0) {
            return Optional.empty();
        }
        Path file = folder.resolve(name).normalize();
        return Path.of(name).isAbsolute() || !file.startsWith(folder) || file.equals(folder)
                ? Optional.empty()
                : Optional.of(file);
    }

    private void fault(String what, Location place) {
        problems.add(Problem.error(
                "workshop",
                "workshops " + what + ": it was not taken.",
                "name a file that the page of a workshop saved",
                place));
    }

    private Optional<WorkshopFile> parse(String name, String text) {
        Reading reading = SourceReader.parse(name, text);
        problems.addAll(reading.problems());
        List<Node> roots = reading.documents().stream()
                .map(Document::root)
                .flatMap(Optional::stream)
                .toList();
        if (roots.size() != 1) {
            if (reading.problems().isEmpty()) {
                problems.add(Problem.error(
                        "workshop",
                        "A workshop is one document, this file holds " + roots.size() + ": it was not taken.",
                        "save it again from the page of the workshop",
                        Location.ofFile(name)));
            }
            return Optional.empty();
        }
        StrictReader.Result<WorkshopFile> result = StrictReader.read(roots.getFirst(), WorkshopFile.class);
        problems.addAll(result.faults());
        result.value().ifPresent(this::check);
        return result.value();
    }

    private void check(WorkshopFile workshop) {
        for (WorkshopFile.Vote vote : workshop.votes()) {
            vote.by().keySet().stream()
                    .filter(name -> !workshop.participants().contains(name))
                    .forEach(name -> problems.add(Problem.warning(
                            "workshop-vote",
                            "'" + name + "' votes and is no participant.",
                            "add the name to participants",
                            vote.location())));
        }
        for (WorkshopFile.Decision decision : workshop.decisions()) {
            decision.until()
                    .filter(until -> decision.decision() == WorkshopFile.Choice.ACCEPT && until.isBefore(asOf))
                    .ifPresent(until -> problems.add(Problem.warning(
                            "acceptance-ended",
                            "The acceptance of " + decision.about().threat() + " ended on " + until + ".",
                            "decide again",
                            decision.location())));
        }
    }
}
