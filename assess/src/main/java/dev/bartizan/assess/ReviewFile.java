package dev.bartizan.assess;

import dev.bartizan.source.Document;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Reading;
import dev.bartizan.source.SourceReader;
import dev.bartizan.source.StrictReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Reviews as YAML: what a reader of a pull request sees is what counts. */
public final class ReviewFile {
    private static final int WIDTH = 160;

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

    /** The same review gives the same text. */
    public static String text(Review review) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("version", review.version());
        file.put("document", review.document());
        file.put("title", review.title());
        file.put("author", review.author());
        file.put("started", review.started().toString());
        file.put("roles", review.roles());
        file.put("graph", review.graph());
        file.put("crossings", review.crossings());
        file.put("controls", review.controls());
        file.put("intents", review.intents());
        file.put("comments", review.comments().stream().map(ReviewFile::entry).toList());
        file.put("approvals", review.approvals().stream().map(ReviewFile::entry).toList());
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(WIDTH)
                .build();
        return new Dump(settings).dumpToString(file);
    }

    private static Map<String, Object> entry(Review.Comment comment) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("by", comment.by());
        entry.put("date", comment.date().toString());
        entry.put("about", comment.about());
        entry.put("text", comment.text());
        return entry;
    }

    private static Map<String, Object> entry(Review.Approval approval) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("by", approval.by());
        entry.put("role", approval.role());
        entry.put("date", approval.date().toString());
        entry.put("graph", approval.graph());
        return entry;
    }
}
