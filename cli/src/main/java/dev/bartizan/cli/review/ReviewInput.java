package dev.bartizan.cli.review;

import dev.bartizan.assess.MaterialFacts;
import dev.bartizan.assess.NotRead;
import dev.bartizan.assess.Review;
import dev.bartizan.assess.ReviewFile;
import dev.bartizan.cli.console.AsOf;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.InputOptions;
import dev.bartizan.report.Reports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The file of a review, and the platform that it is about. */
final class ReviewInput {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_FILE = 16_000_000;

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "Where the review is kept (default: reviews/network-design.yaml, of another document its name).")
    private Optional<Path> named = Optional.empty();

    private PlatformDocument document = PlatformDocument.NETWORK_DESIGN;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day to write down (default: today in UTC).")
    private Optional<String> asOf = Optional.empty();

    @Mixin
    private InputOptions input = new InputOptions();

    LocalDate day() {
        return AsOf.of(asOf, System.getenv("SOURCE_DATE_EPOCH"), this::misuse);
    }

    /** Says which document the review is about, where no file does. */
    void choose(String word) {
        document = PlatformDocument.of(word)
                .filter(PlatformDocument::isReviewed)
                .orElseThrow(() -> misuse("--document takes " + PlatformDocument.reviewedWords() + ", not '"
                        + Reports.printable(word) + "'."));
    }

    PlatformDocument document() {
        return document;
    }

    private Path file() {
        return named.orElseGet(() -> Path.of("reviews", document.word() + ".yaml"));
    }

    /** What approvals are bound to, as the platform is now. */
    MaterialFacts facts(List<Path> paths, Console console) {
        LocalDate day = day();
        NetworkPlan plan = NetworkPlan.of(paths, named -> input.of(named, day), console.in(), this::misuse);
        console.err().println(NotRead.line(plan.snapshot()));
        return document.facts(plan);
    }

    boolean exists() {
        return Files.exists(file());
    }

    Review read() {
        Path file = file();
        String text;
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
                throw misuse("there is no review at " + shown() + "; begin one with 'bartizan review start'.");
            }
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw misuse("cannot read " + shown() + " (" + unreadable.getClass().getSimpleName() + ").");
        }
        ReviewFile.Answer answer = ReviewFile.read(file.getFileName().toString(), text);
        answer.problems().forEach(problem -> console(problem.toString()));
        Review review = answer.review().orElseThrow(() -> misuse(shown() + " is no review that can be used."));
        document = PlatformDocument.of(review.document())
                .filter(PlatformDocument::isReviewed)
                .orElseThrow(() -> misuse(shown() + " is about a document that this version does not know."));
        return review;
    }

    private void console(String line) {
        spec.commandLine().getErr().println(Reports.printable(line));
    }

    /** Writes it beside its place first, so that nobody ever sees half of one. */
    void write(Review review) {
        try {
            Path folder = file().toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, ".review", ".yaml");
            Files.writeString(draft, ReviewFile.text(review), StandardCharsets.UTF_8);
            Files.move(draft, file(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw misuse("cannot write " + shown() + " (" + failure.getClass().getSimpleName() + ").");
        }
    }

    /** A name of a person or a role, as an option gave it. */
    String name(String option, String value) {
        boolean isName = !value.isBlank()
                && value.length() <= LONGEST_NAME
                && value.codePoints().noneMatch(Character::isISOControl);
        if (!isName) {
            throw misuse(option + " takes a name of at most " + LONGEST_NAME + " characters.");
        }
        return value.strip();
    }

    String shown() {
        return Reports.printable(file().toString());
    }

    ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
