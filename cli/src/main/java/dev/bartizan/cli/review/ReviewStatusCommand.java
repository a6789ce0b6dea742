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
import picocli.CommandLine.Parameters;

/** {@code bartizan review status}: whether a platform as it is now is the one that was approved. */
@Command(
        name = "status",
        sortOptions = false,
        description = "Tell whether the platform as it is now is approved; exit with 1 when it is not.",
        footerHeading = "%nExamples:%n",
        footer = "  bartizan review status deploy/ --file reviews/network-design.yaml")
final class ReviewStatusCommand implements Callable<ExitCode> {
    private final Console console;

    @Mixin
    private ReviewInput input = new ReviewInput();

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Manifests: files, folders, - for standard input.")
    private List<Path> paths = List.of();

    ReviewStatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        Review review = input.read();
        MaterialFacts now = input.facts(paths, console);
        List<String> changes = review.facts().changesIn(now);
        say(review.title() + ", begun by " + review.author() + " on " + review.started());
        review.standing()
                .forEach(approval ->
                        say("  approved by " + approval.by() + " as " + approval.role() + " on " + approval.date()));
        review.missing().forEach(role -> say("  to approve: " + role));
        review.comments()
                .forEach(comment -> say("  " + comment.by() + " on " + comment.date()
                        + (comment.about().isEmpty() ? "" : " about " + comment.about()) + ": " + comment.text()));
        changes.forEach(change -> say("  " + change));
        boolean isApproved = changes.isEmpty() && review.missing().isEmpty();
        say(isApproved ? "APPROVED" : changes.isEmpty() ? "WAITING" : "REOPENED by " + changes.size() + " changes");
        return isApproved ? ExitCode.DONE : ExitCode.GATE_FAILED;
    }

    private void say(String line) {
        console.out().println(Reports.printable(line));
    }
}
