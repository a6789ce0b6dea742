package dev.bartizan.source;

import dev.bartizan.source.text.BlockYaml;
import dev.bartizan.source.text.Fault;
import dev.bartizan.source.text.Offsets;
import dev.bartizan.source.text.YamlFaults;
import dev.bartizan.source.text.YamlTape;
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

/** Reads the documents of a part of a YAML stream from the events of snakeyaml-engine. */
final class YamlDocuments {
    private static final LoadSettings SMALL = settings(1 << 13);
    private static final LoadSettings MEDIUM = settings(1 << 17);
    private static final LoadSettings LARGE = settings(1 << 20);

    private final SourceFile file;
    private final String part;
    private final Offsets offsets;
    private final TreeBuilder builder;
    private final List<Document> documents = new ArrayList<>();
    private boolean open;
    private int documentStart;

    private YamlDocuments(SourceFile file, String part, int start, TreeBuilder builder) {
        this.file = file;
        this.part = part;
        this.offsets = Offsets.of(part, start);
        this.builder = builder;
        this.documentStart = start;
    }

    /**
     * The documents of a part; if one is broken, it is the last.
     *
     * @param part text that holds whole documents
     * @param start where it begins in the file
     */
    static List<Document> read(SourceFile file, String part, int start, TreeBuilder builder) {
        return new YamlDocuments(file, part, start, builder).read();
    }

    /** The document that was read last in block form, which needs no parser; in every respect what {@link #read} makes of it. */
    static Document of(SourceFile file, BlockYaml read, TreeBuilder builder) {
        int start = read.documentStart();
        builder.startDocument();
        try {
            YamlTape tape = read.tape();
            for (int event = 0; event < tape.size(); event++) {
                take(tape, event, builder);
            }
        } catch (TreeBuilder.ReadFailure failure) {
            return new Document(file, 0, start, Optional.empty(), false, Optional.of(failure.problem()));
        }
        return new Document(file, 0, start, builder.endDocument(), false, Optional.empty());
    }

    private static void take(YamlTape tape, int event, TreeBuilder builder) {
        int start = tape.start(event);
        int end = tape.end(event);
        switch (tape.kind(event)) {
            case MAPPING -> builder.startMapping(start, null);
            case SEQUENCE -> builder.startSequence(start, null);
            case END -> builder.end();
            case PLAIN -> builder.written(start, end, start, end, Scalar.Style.PLAIN);
            case QUOTED -> builder.written(start + 1, end - 1, start, end, Scalar.Style.QUOTED);
            case SINGLE_QUOTED_ESCAPES, DOUBLE_QUOTED_ESCAPES ->
                builder.scalar(tape.decoded(event), start, end, Scalar.Style.QUOTED, null);
            case LITERAL -> builder.scalar(tape.decoded(event), start, end, Scalar.Style.BLOCK, null);
        }
    }

    private List<Document> read() {
        try {
            for (Event event : new Parse(settings(part)).parseString(part)) {
                take(event);
            }
        } catch (TreeBuilder.ReadFailure failure) {
            fail(failure.problem());
        } catch (YamlEngineException exception) {
            fail(problem(YamlFaults.of(exception, part)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException exception) {
            // The library decodes escapes in tags and directives with methods that throw these on nonsense.
            fail(problem(YamlFaults.UNKNOWN));
        }
        return documents;
    }

    /**
     * The library moves its window over the text by copying what is left of it after each read, so a token longer than its buffer costs quadratic time: a
     * line of 60 MB would take an hour with the buffer of 1,024 units it has by default.
     */
    private static LoadSettings settings(String part) {
        if (part.length() > 1 << 17) {
            return LARGE;
        }
        return part.length() > 1 << 13 ? MEDIUM : SMALL;
    }

    private static LoadSettings settings(int buffer) {
        return LoadSettings.builder()
                .setLabel("")
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(buffer)
                .build();
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case DocumentStart -> {
                documentStart = start(event);
                open = true;
                builder.startDocument();
            }
            case DocumentEnd -> {
                add(builder.endDocument(), Optional.empty());
                open = false;
            }
            case MappingStart -> builder.startMapping(start(event), startCollection((CollectionStartEvent) event));
            case SequenceStart -> builder.startSequence(start(event), startCollection((CollectionStartEvent) event));
            case MappingEnd, SequenceEnd -> builder.end();
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> builder.alias(((AliasEvent) event).getAlias().getValue(), start(event));
            case StreamStart, StreamEnd, Comment -> {}
        }
    }

    private void add(Optional<Node> root, Optional<Problem> failure) {
        documents.add(new Document(file, 0, documentStart, root, false, failure));
    }

    private Problem problem(Fault fault) {
        int offset = fault.index() < 0 ? documentStart : offsets.of(fault.index());
        return Problem.error("yaml-syntax", fault.message(), fault.remedy(), file.location(offset, ""));
    }

    private void fail(Problem problem) {
        if (!open && !documents.isEmpty()) {
            // Between two documents: the broken one begins where the parser stopped, or before.
            documentStart = problem.location()
                    .map(place -> file.lineStart(place.line()))
                    .orElse(documentStart);
        }
        add(Optional.empty(), Optional.of(problem));
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
        builder.scalar(text, start, offset(event.getEndMark()), style(event), anchor(event));
    }

    private Scalar.Style style(ScalarEvent event) {
        Optional<String> tag = event.getTag();
        if (tag.isPresent()) {
            noteTag(tag.get(), start(event));
            return ScalarResolution.styleOfTagged(tag.get(), event.getValue());
        }
        if (event.isPlain()) {
            return Scalar.Style.PLAIN;
        }
        ScalarStyle written = event.getScalarStyle();
        return written == ScalarStyle.LITERAL || written == ScalarStyle.FOLDED
                ? Scalar.Style.BLOCK
                : Scalar.Style.QUOTED;
    }

    private @Nullable String startCollection(CollectionStartEvent event) {
        Optional<String> tag = event.getTag();
        if (tag.isPresent()) {
            noteTag(tag.get(), start(event));
        }
        return anchor(event);
    }

    private void noteTag(String tag, int start) {
        if (!tag.startsWith(ScalarResolution.CORE_TAGS) && !tag.equals("!")) {
            builder.foreignTag(start);
        }
    }

    private static @Nullable String anchor(NodeEvent event) {
        Optional<Anchor> anchor = event.getAnchor();
        return anchor.isPresent() ? anchor.get().getValue() : null;
    }

    private int start(Event event) {
        return offset(event.getStartMark());
    }

    private int offset(Optional<Mark> mark) {
        return offsets.of(mark.orElseThrow().getIndex());
    }
}
