package dev.bartizan.source.secrets;

import java.util.ArrayList;
import java.util.List;

/** The secrets found so far in a text. */
final class Findings {
    /** A rule returns it when it found nothing: go on with the next character. */
    static final int NOTHING = -1;

    private List<Match> matches = List.of();
    private int free;

    List<Match> matches() {
        return matches;
    }

    /** The first unit that belongs to no match. */
    int free() {
        return free;
    }

    /** Adds a secret behind all others and says where to go on. */
    int add(int start, int end, SecretKind kind) {
        if (start < free || start >= end) {
            return NOTHING;
        }
        if (matches.isEmpty()) {
            matches = new ArrayList<>();
        }
        matches.add(new Match(start, end, kind));
        free = end;
        return end;
    }
}
