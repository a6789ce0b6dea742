package dev.bartizan.cli.review;

import dev.bartizan.assess.Review;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bartizan review comment}: says something about what is reviewed. */
@Command(
        name = "comment",
        sortOptions = false,
        description = "Add a comment to a review.",
        footerHeading = "%nExamples:%n",
        footer = "  bartizan review comment \"Why may notebooks reach the registry?\" --by ben --about ml-registry")
final class ReviewCommentCommand implements Callable<ExitCode> {
    private static final int LONGEST = 10_000;

    private final Console console;

    @Mixin
    private ReviewInput input = new ReviewInput();

    @Parameters(paramLabel = "TEXT", description = "What there is to say.")
    private String text = "";

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who says it.")
    private String by = "";

    @Option(
            names = "--about",
            paramLabel = "WHAT",
            description = "The crossing, control, intent or asset it is about (default: the whole document).")
    private String about = "";

    ReviewCommentCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        if (text.isBlank() || text.length() > LONGEST) {
            throw input.misuse("a comment has from 1 to " + LONGEST + " characters.");
        }
        Review review = input.read();
        String topic = about.isEmpty() ? "" : input.name("--about", about);
        input.write(review.with(new Review.Comment(input.name("--by", by), input.day(), topic, text.strip())));
        console.out().println("Written into " + input.shown() + ".");
        return ExitCode.DONE;
    }
}
