package dev.bartizan.cli.review;

import dev.bartizan.assess.MaterialFacts;
import dev.bartizan.assess.Review;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bartizan review start}: asks for a review of a platform as it is now, or again after it changed. */
@Command(
        name = "start",
        sortOptions = false,
        description = "Begin a review of the platform as it is now; of one that exists, ask for approvals again.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan review start deploy/ --by ana --title \"Segmentation of the AI platform\"",
            "  bartizan review start deploy/ --by ana --roles platform-networks,security,ml-platform",
            "  bartizan review start deploy/ --by ana --document threat-model --roles security,ml-platform"
        })
final class ReviewStartCommand implements Callable<ExitCode> {
    private final Console console;

    @Mixin
    private ReviewInput input = new ReviewInput();

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Manifests: files, folders, - for standard input.")
    private List<Path> paths = List.of();

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who asks for the review.")
    private String by = "";

    @Option(
            names = "--document",
            paramLabel = "NAME",
            description = "network-design or threat-model (default: ${DEFAULT-VALUE}).")
    private String document = "network-design";

    @Option(names = "--title", paramLabel = "TEXT", description = "What it is about (default: the document's title).")
    private Optional<String> title = Optional.empty();

    @Option(
            names = "--roles",
            split = ",",
            paramLabel = "ROLE",
            description = "Who must approve, each another person (default: platform-networks,security).")
    private Set<String> roles = new LinkedHashSet<>(List.of("platform-networks", "security"));

    ReviewStartCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        String author = input.name("--by", by);
        input.choose(document);
        var asked = new LinkedHashSet<String>();
        roles.forEach(role -> asked.add(input.name("--roles", role)));
        Optional<Review> earlier = input.exists() ? Optional.of(input.read()) : Optional.empty();
        MaterialFacts facts = input.facts(paths, console);
        Review review = earlier.map(known -> known.renewed(facts))
                .orElseGet(() -> Review.of(
                        input.document().word(),
                        input.name("--title", title.orElse(input.document().title())),
                        author,
                        input.day(),
                        asked,
                        facts));
        input.write(review);
        console.out()
                .println("Review of " + facts.crossings().size() + " crossings, "
                        + facts.controls().size() + " controls and "
                        + facts.intents().size() + " intents"
                        + (facts.threats().isEmpty()
                                ? ""
                                : " and " + facts.threats().size() + " threats and ways to crown jewels")
                        + " begins in " + input.shown() + ".");
        console.out().println("To approve: " + String.join(", ", review.missing()) + ".");
        return ExitCode.DONE;
    }
}
