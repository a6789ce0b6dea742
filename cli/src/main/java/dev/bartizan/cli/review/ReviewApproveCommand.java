package dev.bartizan.cli.review;

import dev.bartizan.assess.MaterialFacts;
import dev.bartizan.assess.Review;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.report.Reports;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bartizan review approve}: agrees to the platform as it is now, in one role. */
@Command(
        name = "approve",
        sortOptions = false,
        description = "Approve a review in a role. Who is the author, or has approved in another role, may not.",
        footerHeading = "%nExamples:%n",
        footer = "  bartizan review approve deploy/ --by ben --role platform-networks")
final class ReviewApproveCommand implements Callable<ExitCode> {
    private final Console console;

    @Mixin
    private ReviewInput input = new ReviewInput();

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Manifests: files, folders, - for standard input.")
    private List<Path> paths = List.of();

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who approves.")
    private String by = "";

    @Option(names = "--role", paramLabel = "ROLE", required = true, description = "In which of the review's roles.")
    private String role = "";

    ReviewApproveCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        Review review = input.read();
        String person = input.name("--by", by);
        List<String> objections = review.objections(person, input.name("--role", role));
        if (!objections.isEmpty()) {
            throw input.misuse(Reports.printable(String.join(" ", objections)));
        }
        MaterialFacts now = input.facts(paths, console);
        List<String> changes = review.facts().changesIn(now);
        if (!changes.isEmpty()) {
            changes.forEach(change -> console.err().println(Reports.printable(change)));
            throw input.misuse("the platform has changed since this review began: 'bartizan review start' asks again.");
        }
        Review approved = review.with(new Review.Approval(person, role, input.day(), review.graph()));
        input.write(approved);
        console.out()
                .println(
                        approved.missing().isEmpty()
                                ? "Approved by all."
                                : "Approved. To approve yet: " + String.join(", ", approved.missing()) + ".");
        return ExitCode.DONE;
    }
}
