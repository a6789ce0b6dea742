package dev.bartizan.network.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The transport protocols that policies know; what they say about others is not defined. */
public enum Protocol {
    TCP,
    UDP,
    SCTP;

    /** By its name in capitals or small letters. */
    public static Optional<Protocol> of(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(protocol -> protocol.name().equals(upper))
                .findFirst();
    }
}
