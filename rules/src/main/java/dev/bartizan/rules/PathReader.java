package dev.bartizan.rules;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads paths: {@code root.key["key with.dots"][name=value]}. */
final class PathReader {
    private static final String REFERENCE = "${";

    private final String text;
    private final Scope scope;
    private int position;

    private PathReader(String text, Scope scope) {
        this.text = text;
        this.scope = scope;
    }

    /** @throws SyntaxException when the text is no path of this scope */
    static Path read(String text, Scope scope) {
        return new PathReader(text, scope).path();
    }

    private Path path() {
        int slot = root();
        var steps = new ArrayList<Step>();
        while (position < text.length()) {
            steps.add(step());
        }
        return new Path(text, slot, steps);
    }

    /** One name, or two where the scope has a root of parts: {@code grant.rule}. */
    private int root() {
        String first = name();
        Optional<Integer> slot = scope.tree(first);
        if (slot.isPresent()) {
            return slot.get();
        }
        boolean isPart = Stream.concat(scope.trees().stream(), scope.texts().stream())
                .anyMatch(name -> name.startsWith(first + "."));
        if (!isPart || !peek('.')) {
            throw SyntaxException.unknownRoot(first);
        }
        position++;
        String whole = first + "." + name();
        return scope.tree(whole).orElseThrow(() -> SyntaxException.unknownRoot(whole));
    }

    private Step step() {
        if (peek('.')) {
            position++;
            return new Step.Key(name());
        }
        if (!peek('[')) {
            throw wrong("'.' or '['");
        }
        position++;
        Step step = peek('"') ? quoted() : selection();
        if (!peek(']')) {
            throw wrong("']'");
        }
        position++;
        return step;
    }

    private Step quoted() {
        int end = text.indexOf('"', position + 1);
        if (end < 0) {
            throw wrong("a closing quote");
        }
        String key = text.substring(position + 1, end);
        position = end + 1;
        int reference = key.indexOf(REFERENCE);
        if (reference < 0) {
            return new Step.Key(key);
        }
        if (!key.endsWith("}")) {
            throw wrong("'}' at the end of the key");
        }
        var suffix = read(key.substring(reference + REFERENCE.length(), key.length() - 1), scope);
        return new Step.KeyWith(key.substring(0, reference), suffix);
    }

    private Step selection() {
        int end = text.indexOf(']', position);
        if (end > position
                && text.substring(position, end).chars().allMatch(Character::isDigit)
                && end - position < 4) {
            var index = new Step.Index(Integer.parseInt(text.substring(position, end)));
            position = end;
            return index;
        }
        int equals = text.indexOf('=', position);
        if (end < 0 || equals < 0 || equals > end) {
            throw wrong("key=value or a key in quotes");
        }
        var selection = new Step.Select(text.substring(position, equals), text.substring(equals + 1, end));
        position = end;
        return selection;
    }

    private String name() {
        int start = position;
        while (position < text.length() && ".[]=\"".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        if (start == position) {
            throw wrong("a name");
        }
        return text.substring(start, position);
    }

    private boolean peek(char expected) {
        return position < text.length() && text.charAt(position) == expected;
    }

    private SyntaxException wrong(String expectation) {
        return SyntaxException.expected(expectation, text, position);
    }
}
