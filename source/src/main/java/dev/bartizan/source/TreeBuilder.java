package dev.bartizan.source;

import dev.bartizan.source.text.Ranges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree of one document from the calls of a parser, on an explicit stack: no input can overflow the thread's. It is where aliases become
 * shared nodes, keys become strings, duplicates and merge keys are resolved, and where each bound of {@link Limits} holds.
 */
final class TreeBuilder {
    /** A collection that is still open. Its entries lie on the common stack from {@code base} on. */
    private static final class Frame {
        boolean mapping;
        boolean ofKey;
        boolean merges;
        boolean refused;
        int start;
        int base;
        long size;

        @Nullable
        String anchor;

        @Nullable
        String key;

        int keyStart;
        int keysHash;
    }

    /** What an anchor names, and how many nodes that stands for; no node while it is still open. */
    private record Anchored(@Nullable Node node, long size) {}

    /** Carries the problem that ends the reading of one document up to the loop that goes on with the next; never leaves this package. */
    static final class ReadFailure extends RuntimeException {
        private final transient Problem problem;

        ReadFailure(Problem problem) {
            // Without a stack trace: a hostile file can fail a hundred thousand times.
            super(problem.code(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    private final SourceFile file;
    private final String source;
    private final SecretFilter filter;
    private final Limits limits;
    private final Workspace workspace;
    private final ProblemLog problems;
    private final List<Frame> frames = new ArrayList<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private @Nullable Node[] values = new @Nullable Node[64];
    private @Nullable String[] keys = new @Nullable String[64];
    private int[] keyStarts = new int[64];
    private int top;
    private int depth;
    private int aliases;
    private long aliasedNodes;
    private boolean refusedKeySeen;
    private @Nullable Node root;

    TreeBuilder(SourceFile file, String text, Limits limits, Workspace workspace, ProblemLog problems) {
        this.file = file;
        this.source = text;
        this.filter = new SecretFilter(file, text);
        this.limits = limits;
        this.workspace = workspace;
        this.problems = problems;
    }

    void startDocument() {
        anchors.clear();
        Arrays.fill(values, 0, top, null);
        top = 0;
        depth = 0;
        aliases = 0;
        aliasedNodes = 0;
        refusedKeySeen = false;
        root = null;
        filter.startDocument();
    }

    /** The finished document; absent when it is empty. */
    Optional<Node> endDocument() {
        if (root != null && aliases > 0) {
            filter.endDocument(root);
        }
        return Optional.ofNullable(root);
    }

    /** Where secrets stand in the file, so far. */
    Ranges masks() {
        return filter.masks();
    }

    ProblemLog problems() {
        return problems;
    }

    /** Notes a tag that means something to another program only. */
    void foreignTag(int start) {
        problems.add(Problem.warning(
                "yaml-tag",
                "A tag of another program stands here; the API server ignores it, and so was done here.",
                "remove the tag",
                file.location(start, "")));
    }

    boolean isOpen() {
        return depth > 0;
    }

    boolean inMapping() {
        return frame().mapping;
    }

    boolean expectsKey() {
        return depth > 0 && frame().mapping && frame().key == null;
    }

    void startMapping(int start, @Nullable String anchor) {
        open(true, start, anchor);
    }

    void startSequence(int start, @Nullable String anchor) {
        open(false, start, anchor);
    }

    private void open(boolean mapping, int start, @Nullable String anchor) {
        if (depth == limits.depth()) {
            throw failure(
                    "yaml-too-deep",
                    "Collections nest deeper than " + limits.depth() + " levels.",
                    "no Kubernetes object nests like this: look at how the file was made",
                    start);
        }
        boolean ofKey = expectsKey();
        if (depth == frames.size()) {
            frames.add(new Frame());
        }
        Frame frame = frames.get(depth++);
        frame.mapping = mapping;
        frame.ofKey = ofKey;
        frame.merges = false;
        frame.start = start;
        frame.base = top;
        frame.size = 1;
        frame.anchor = anchor;
        frame.key = null;
        frame.refused = false;
        frame.keysHash = 1;
        if (anchor != null) {
            anchors.put(anchor, new Anchored(null, 0));
        }
    }

    void end() {
        Frame frame = frame();
        Node node = frame.mapping ? mapping(frame) : sequence(frame);
        Arrays.fill(values, frame.base, top, null);
        top = frame.base;
        depth--;
        if (frame.anchor != null) {
            anchors.put(frame.anchor, new Anchored(node, frame.size));
        }
        if (frame.ofKey) {
            refuseKey(frame.start, "a list or a mapping");
            frame().size += frame.size;
        } else {
            add(node, frame.size);
        }
    }

    void scalar(String text, int start, int end, Scalar.Style style, @Nullable String anchor) {
        if (expectsKey() && anchor == null) {
            key(text, start, style == Scalar.Style.PLAIN);
            return;
        }
        boolean ofKey = expectsKey();
        String pooled = workspace.pooled(text);
        Scalar node = scalarNode(pooled, start, end, style);
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, 1));
        }
        if (ofKey) {
            key(text, start, style == Scalar.Style.PLAIN);
            return;
        }
        add(node, 1);
    }

    /** A scalar without an anchor whose value stands in the text as it is. */
    void written(int from, int to, int start, int end, Scalar.Style style) {
        if (!expectsKey()) {
            add(scalarNode(workspace.pooled(source, from, to), start, end, style), 1);
            return;
        }
        requireShortKey(to - from, start);
        pooledKey(workspace.pooled(source, from, to), start, style == Scalar.Style.PLAIN);
    }

    private Scalar scalarNode(String text, int start, int end, Scalar.Style style) {
        if (style == Scalar.Style.PLAIN && !workspace.knows(Workspace.SAME_IN_ALL_VERSIONS)) {
            if (ScalarResolution.differsInYaml12(text)) {
                problems.addDiffering(start);
            } else {
                workspace.learn(Workspace.SAME_IN_ALL_VERSIONS);
            }
        }
        if (workspace.knows(Workspace.CLEAN)) {
            return new Scalar(file, text, start, end, style);
        }
        Scalar node = filter.scalar(text, start, end, style);
        if (node.redaction().isEmpty()) {
            workspace.learn(Workspace.CLEAN);
        }
        return node;
    }

    void alias(String name, int start) {
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            throw failure(
                    "yaml-undefined-alias",
                    "This alias names an anchor that does not exist.",
                    "define the anchor before its alias",
                    start);
        }
        if (anchored.node() == null) {
            throw failure(
                    "yaml-recursion",
                    "This alias stands inside the value it stands for, which would never end.",
                    "write the value out",
                    start);
        }
        aliasedNodes += anchored.size();
        if (++aliases > limits.aliasesPerDocument() || aliasedNodes > limits.aliasedNodesPerDocument()) {
            throw failure(
                    "yaml-alias-bomb",
                    "The aliases of this document stand for more than " + limits.aliasedNodesPerDocument()
                            + " nodes, or are more than " + limits.aliasesPerDocument() + ".",
                    "write the values out: a small file that unfolds like this is an attack",
                    start);
        }
        if (!expectsKey()) {
            add(anchored.node(), anchored.size());
        } else if (anchored.node() instanceof Scalar scalar) {
            key(scalar.raw(), start, scalar.style() == Scalar.Style.PLAIN);
        } else {
            refuseKey(start, "a list or a mapping");
        }
    }

    private void key(String text, int start, boolean plain) {
        requireShortKey(text.length(), start);
        pooledKey(workspace.pooled(text), start, plain);
    }

    private void requireShortKey(int length, int start) {
        if (length > limits.keyLength()) {
            throw failure(
                    "yaml-key-too-long",
                    "A key of " + length + " characters; at most " + limits.keyLength() + " are read.",
                    "shorten the key",
                    start);
        }
    }

    private void pooledKey(String pooled, int start, boolean plain) {
        Frame frame = frame();
        frame.keyStart = start;
        frame.key = pooled;
        if (plain && !workspace.knows(Workspace.STRING_KEY)) {
            plainKey(frame, pooled, start);
        }
    }

    private void plainKey(Frame frame, String text, int start) {
        if (text.equals("<<")) {
            // The complement marks a merge key, which a quoted "<<" is not.
            frame.keyStart = ~start;
            frame.merges = true;
            return;
        }
        switch (ScalarResolution.typeOf(text)) {
            case STRING -> workspace.learn(Workspace.STRING_KEY);
            case NULL -> refuseKey(start, "null");
            case BOOLEAN, INTEGER, FLOAT -> {
                frame.key = ScalarResolution.keyOf(text);
                if (ScalarResolution.differsInYaml12(text)) {
                    problems.addDiffering(start);
                }
            }
        }
    }

    /** Once per document: a Helm template that happens to parse has dozens of these. */
    private void refuseKey(int start, String what) {
        if (!refusedKeySeen) {
            refusedKeySeen = true;
            problems.add(Problem.error(
                    "yaml-key-type",
                    "A key here is " + what + ", which the API server refuses; the entry was left out.",
                    "quote the key; if this is a template, render it first",
                    file.location(start, "")));
        }
        Frame frame = frame();
        frame.key = "";
        frame.refused = true;
    }

    private void add(Node node, long size) {
        if (depth == 0) {
            root = node;
            return;
        }
        Frame frame = frame();
        frame.size += size;
        if (top == values.length) {
            values = Arrays.copyOf(values, top * 2);
            keys = Arrays.copyOf(keys, top * 2);
            keyStarts = Arrays.copyOf(keyStarts, top * 2);
        }
        if (frame.mapping) {
            String key = frame.key;
            frame.key = null;
            if (key == null) {
                throw new IllegalStateException("a value without a key");
            }
            if (frame.refused) {
                frame.refused = false;
                return;
            }
            frame.keysHash = 31 * frame.keysHash + key.hashCode();
            keys[top] = key;
            keyStarts[top] = frame.keyStart;
        }
        values[top++] = node;
    }

    private Node sequence(Frame frame) {
        Node[] items = takenValues(frame.base, top);
        filter.sequence(items);
        return new Sequence(file, frame.start, items);
    }

    private Node mapping(Frame frame) {
        if (frame.merges) {
            return merged(frame);
        }
        Workspace.Shape shape = workspace.knownShape(keys, frame.base, top, frame.keysHash);
        if (shape == null) {
            if (hasDuplicates(frame.base, top)) {
                return merged(frame);
            }
            shape = new Workspace.Shape(takenKeys(frame.base, top));
            workspace.learnShape(shape, frame.keysHash);
        }
        Node[] taken = takenValues(frame.base, top);
        filter.mapping(shape.roles(), shape.keys(), taken);
        return new Mapping(file, frame.start, shape.keys(), Arrays.copyOfRange(keyStarts, frame.base, top), taken);
    }

    private Node merged(Frame frame) {
        var entries = new MappingEntries(file, problems);
        for (int i = frame.base; i < top; i++) {
            String key = taken(keys[i]);
            if (keyStarts[i] < 0) {
                entries.merge(taken(values[i]), ~keyStarts[i]);
            } else {
                entries.put(key, keyStarts[i], taken(values[i]));
            }
        }
        return entries.toMapping(frame.start, filter);
    }

    private boolean hasDuplicates(int from, int to) {
        if (to - from > 16) {
            var seen = new HashSet<String>();
            for (int i = from; i < to; i++) {
                if (!seen.add(taken(keys[i]))) {
                    return true;
                }
            }
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            for (int j = from; j < i; j++) {
                if (taken(keys[i]).equals(keys[j])) {
                    return true;
                }
            }
        }
        return false;
    }

    private Node[] takenValues(int from, int to) {
        var copy = new Node[to - from];
        for (int i = from; i < to; i++) {
            copy[i - from] = taken(values[i]);
        }
        return copy;
    }

    private String[] takenKeys(int from, int to) {
        var copy = new String[to - from];
        for (int i = from; i < to; i++) {
            copy[i - from] = SecretFilter.key(taken(keys[i]));
        }
        return copy;
    }

    private static <T> T taken(@Nullable T entry) {
        if (entry == null) {
            throw new IllegalStateException("an entry below the top of the stack is missing");
        }
        return entry;
    }

    private Frame frame() {
        return frames.get(depth - 1);
    }

    ReadFailure failure(String code, String message, String remedy, int offset) {
        return new ReadFailure(Problem.error(code, message, remedy, file.location(offset, "")));
    }
}
