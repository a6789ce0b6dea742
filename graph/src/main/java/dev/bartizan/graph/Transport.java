package dev.bartizan.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The transport protocols that network policies know. */
public enum Transport {
    TCP,
    UDP,
    SCTP;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As output files write it. */
    public String word() {
        return word;
    }

    public static Optional<Transport> of(String word) {
        return Arrays.stream(values())
                .filter(transport -> transport.word.equals(word))
                .findFirst();
    }
}
