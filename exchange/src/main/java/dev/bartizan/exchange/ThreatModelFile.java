package dev.bartizan.exchange;

import dev.bartizan.exchange.Loss.Manner;
import dev.bartizan.exchange.dialect.Dialect;
import dev.bartizan.exchange.dialect.Spot;
import dev.bartizan.exchange.dialect.Written;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.exchange.tree.Change;
import dev.bartizan.exchange.tree.Changed;
import dev.bartizan.exchange.tree.Json;
import dev.bartizan.exchange.tree.JsonText;
import dev.bartizan.exchange.tree.TreeNode;
import dev.bartizan.exchange.tree.YamlText;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A threat model and where it comes from. What its format says and the model has no place for is kept beside it, with its place, and is written back into the
 * same format: reading and writing a file gives a file that means the same.
 */
public final class ThreatModelFile {
    private final String source;
    private final Optional<Format> format;
    private final ThreatModel model;
    private final List<Extension> extensions;
    private final List<Problem> problems;
    private final List<Loss> leftOut;

    /**
     * Something that only the format of the file can say.
     *
     * @param values those in the file that the model has no place for; none when only the order is the format's own, or something is missing there
     */
    record Extension(Change change, List<Location> values) {
        Extension {
            values = List.copyOf(values);
        }
    }

    /**
     * A file that was written.
     *
     * @param losses what it does not say as the model does
     */
    public record Export(String text, List<Loss> losses) {
        public Export {
            losses = List.copyOf(losses);
        }
    }

    /**
     * @param source what it was read from, for people: {@code Open Threat Model 0.2.0}
     * @param leftOut what the source knows and the model does not
     */
    ThreatModelFile(
            String source,
            Optional<Format> format,
            ThreatModel model,
            List<Extension> extensions,
            List<Problem> problems,
            List<Loss> leftOut) {
        this.source = source;
        this.format = format;
        this.model = model;
        this.extensions = List.copyOf(extensions);
        this.problems = List.copyOf(problems);
        this.leftOut = List.copyOf(leftOut);
    }

    /** What it was read from, for people: {@code Open Threat Model 0.2.0}. */
    public String source() {
        return source;
    }

    /** What is wrong with the file, sorted by place; it was read nevertheless. */
    public List<Problem> problems() {
        return problems;
    }

    /** Whether something in the file is not as its format wants it. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.level() == Problem.Level.ERROR);
    }

    /** Whether it can be written in the format that it was read from. */
    boolean isWritten() {
        return format.isPresent();
    }

    /** What is in it, on one page. */
    public String summary() {
        return ModelSummary.of(this);
    }

    /** All of it, as one JSON document in our own words. */
    public String json() {
        return ModelJson.of(this);
    }

    /** What a {@code bartizan.yaml} takes of it. */
    public Export bartizanYaml() {
        return BartizanYaml.of(this);
    }

    ThreatModel model() {
        return model;
    }

    List<Extension> extensions() {
        return extensions;
    }

    /** What the file says that only its own format can say. */
    public List<Loss> kept() {
        return Stream.concat(
                        extensions.stream().flatMap(extension -> losses(extension, "only " + source + " says this")),
                        leftOut.stream())
                .toList();
    }

    /** Writes it in a format; in its own, everything comes back. */
    public Export write(Format target) {
        Dialect dialect = target.dialect();
        Written written = dialect.write(model);
        if (format.filter(target::equals).isPresent()) {
            Changed whole = Changed.of(
                    written.tree(), extensions.stream().map(Extension::change).toList());
            return new Export(text(dialect, whole.tree()), missed(whole.missed()));
        }
        var losses = new ArrayList<>(kept());
        ThreatModel again = dialect.read(Spot.root(TreeNode.of(written.tree())));
        losses.addAll(ModelComparison.of(dialect, model, again, written.ids()));
        return new Export(text(dialect, written.tree()), losses);
    }

    private static String text(Dialect dialect, Json tree) {
        return dialect.isYaml() ? YamlText.of(tree) : JsonText.of(tree);
    }

    private List<Loss> missed(List<Change> missed) {
        return extensions.stream()
                .filter(extension -> missed.contains(extension.change()))
                .flatMap(extension -> losses(extension, "what it belonged to is gone"))
                .toList();
    }

    private static Stream<Loss> losses(Extension extension, String why) {
        String pattern = extension.change().pattern();
        int last = pattern.lastIndexOf('.');
        return extension.values().stream()
                .map(value -> new Loss(
                        Manner.DROPPED,
                        last < 0 ? "the file" : pattern.substring(0, last),
                        pattern.substring(last + 1),
                        pattern,
                        value,
                        why));
    }
}
