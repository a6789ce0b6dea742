package dev.bartizan.assess;

import dev.bartizan.source.Document;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Reading;
import dev.bartizan.source.SourceReader;
import dev.bartizan.source.StrictReader;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reviews as YAML: what a reader of a pull request sees is what counts. */
public final class ReviewFile {
    private ReviewFile() {}

    /** A review, or what is wrong with its file. */
    public record Answer(Optional<Review> review, List<Problem> problems) {
        public Answer {
            problems = List.copyOf(problems);
        }
    }

    /** @param name as it stands in locations */
    public static Answer read(String name, String text) {
        Reading reading = SourceReader.parse(name, text);
        var problems = new ArrayList<>(reading.problems());
        List<Node> roots = reading.documents().stream()
                .map(Document::root)
                .flatMap(Optional::stream)
                .toList();
        if (roots.size() != 1) {
            problems.add(Problem.error(
                    "review",
                    "A review is one document, this file holds " + roots.size() + ".",
                    "begin one with bartizan review start",
                    Location.ofFile(name)));
            return new Answer(Optional.empty(), problems);
        }
        StrictReader.Result<Review> result = StrictReader.read(roots.getFirst(), Review.class);
        problems.addAll(result.faults());
        Optional<Review> review = result.value();
        if (review.filter(read -> !read.facts().hash().equals(read.graph())).isPresent()) {
            problems.add(Problem.error(
                    "review-changed-by-hand",
                    "The facts in this file are not those that its hash names: approvals cannot be trusted.",
                    "take the file back from Git, or begin again with bartizan review start",
                    Location.ofFile(name)));
            return new Answer(Optional.empty(), problems);
        }
        return new Answer(review, problems);
    }

    /** The same review gives the same text: a line each, every text in double quotes, as JSON and YAML both read them. */
    public static String text(Review review) {
        var text = new StringBuilder("version: ").append(review.version()).append('\n');
        line(text, "", "document", review.document());
        line(text, "", "title", review.title());
        line(text, "", "author", review.author());
        line(text, "", "started", review.started().toString());
        list(text, "roles", review.roles());
        line(text, "", "graph", review.graph());
        list(text, "crossings", review.crossings());
        list(text, "controls", review.controls());
        list(text, "intents", review.intents());
        if (!review.threats().isEmpty()) {
            list(text, "threats", review.threats());
        }
        text.append(review.comments().isEmpty() ? "comments: []\n" : "comments:\n");
        for (Review.Comment comment : review.comments()) {
            line(text, "  - ", "by", comment.by());
            line(text, "    ", "date", comment.date().toString());
            line(text, "    ", "about", comment.about());
            line(text, "    ", "text", comment.text());
        }
        text.append(review.approvals().isEmpty() ? "approvals: []\n" : "approvals:\n");
        for (Review.Approval approval : review.approvals()) {
            line(text, "  - ", "by", approval.by());
            line(text, "    ", "role", approval.role());
            line(text, "    ", "date", approval.date().toString());
            line(text, "    ", "graph", approval.graph());
        }
        return text.toString();
    }

    private static void list(StringBuilder text, String key, List<String> values) {
        text.append(key).append(values.isEmpty() ? ": []\n" : ":\n");
        values.forEach(value -> text.append("  - ").append(quoted(value)).append('\n'));
    }

    private static void line(StringBuilder text, String indent, String key, String value) {
        text.append(indent).append(key).append(": ").append(quoted(value)).append('\n');
    }

    private static String quoted(String value) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            boolean isPlain = unit >= ' ' && unit < 0x7F && unit != '"' && unit != '\\';
            boolean isLetter = Character.isLetterOrDigit(unit);
            quoted.append(
                    isPlain || isLetter
                            ? String.valueOf(unit)
                            : "\\u" + HexFormat.of().toHexDigits(unit));
        }
        return quoted.append('"').toString();
    }
}
