package dev.bartizan.source;

import dev.bartizan.source.text.Fault;
import dev.bartizan.source.text.Offsets;
import dev.bartizan.source.text.YamlFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the documents of one part of a YAML stream, usually one, from the events of snakeyaml-engine. */
final class YamlDocuments {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setLabel("")
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();

    private final SourceFile file;
    private final String part;
    private final Offsets offsets;
    private final TreeBuilder builder;
    private final List<Document> documents = new ArrayList<>();
    private boolean templated;
    private int documentStart;

    private YamlDocuments(SourceFile file, String part, int start, TreeBuilder builder) {
        this.file = file;
        this.part = part;
        this.offsets = Offsets.of(part, start);
        this.builder = builder;
        this.documentStart = start;
    }

    /**
     * @param part text that holds whole documents
     * @param start where it begins in the file
     */
    static List<Document> read(SourceFile file, String part, int start, TreeBuilder builder) {
        return new YamlDocuments(file, part, start, builder).read();
    }

    private List<Document> read() {
        templated = part.contains("{{");
        boolean open = false;
        try {
            for (Event event : new Parse(SETTINGS).parseString(part)) {
                switch (event.getEventId()) {
                    case DocumentStart -> {
                        documentStart = start(event);
                        builder.startDocument();
                        open = true;
                    }
                    case DocumentEnd -> {
                        documents.add(new Document(
                                file, 0, documentStart, builder.endDocument(), templated, Optional.empty()));
                        open = false;
                    }
                    case MappingStart ->
                        builder.startMapping(start(event), startCollection((CollectionStartEvent) event));
                    case SequenceStart ->
                        builder.startSequence(start(event), startCollection((CollectionStartEvent) event));
                    case MappingEnd, SequenceEnd -> builder.end();
                    case Scalar -> scalar((ScalarEvent) event);
                    case Alias -> builder.alias(((AliasEvent) event).getAlias().getValue(), start(event));
                    case StreamStart, StreamEnd, Comment -> {}
                }
            }
        } catch (TreeBuilder.ReadFailure failure) {
            fail(failure.problem(), open);
        } catch (YamlEngineException exception) {
            fail(problem(YamlFaults.of(exception)), open);
        } catch (IndexOutOfBoundsException | IllegalArgumentException exception) {
            // The library decodes escapes in tags and directives with methods that throw these on nonsense.
            fail(problem(YamlFaults.UNKNOWN), open);
        }
        return documents;
    }

    private Problem problem(Fault fault) {
        int offset = fault.index() < 0 ? documentStart : offsets.of(fault.index());
        return Problem.error("yaml-syntax", fault.message(), fault.remedy(), file.location(offset, ""));
    }

    private void fail(Problem problem, boolean open) {
        int start = open || documents.isEmpty() ? documentStart : offsets.of(part.length());
        documents.add(new Document(file, 0, start, Optional.empty(), templated, Optional.of(problem)));
    }

    private void scalar(ScalarEvent event) {
        int start = start(event);
        String text = event.getValue();
        if (text.isEmpty()
                && event.isPlain()
                && !builder.isOpen()
                && event.getTag().isEmpty()) {
            // A document mark with nothing behind it: an empty document, not a null.
            return;
        }
        builder.scalar(text, start, end(event), style(event), anchor(event));
    }

    private Scalar.Style style(ScalarEvent event) {
        if (event.getTag().isPresent()) {
            noteTag(event.getTag(), start(event));
            return ScalarResolution.styleOfTagged(event.getTag().get(), event.getValue());
        }
        return switch (event.getScalarStyle()) {
            case ScalarStyle style when style == ScalarStyle.PLAIN -> Scalar.Style.PLAIN;
            case ScalarStyle style
            when style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED -> Scalar.Style.BLOCK;
            case ScalarStyle _ -> Scalar.Style.QUOTED;
        };
    }

    private @Nullable String startCollection(CollectionStartEvent event) {
        noteTag(event.getTag(), start(event));
        return anchor(event);
    }

    private void noteTag(Optional<String> tag, int start) {
        if (tag.isPresent()
                && !tag.get().startsWith(ScalarResolution.CORE_TAGS)
                && !tag.get().equals("!")) {
            builder.foreignTag(start);
        }
    }

    private static @Nullable String anchor(NodeEvent event) {
        return event.getAnchor().map(Anchor::getValue).orElse(null);
    }

    private int start(Event event) {
        return offset(event.getStartMark());
    }

    private int end(Event event) {
        return offset(event.getEndMark());
    }

    private int offset(Optional<Mark> mark) {
        return offsets.of(mark.orElseThrow().getIndex());
    }
}
