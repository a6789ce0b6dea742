package dev.bartizan.exchange;

import dev.bartizan.exchange.dialect.Dialect;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that are read and written. A .tm7 file of the Microsoft Threat Modeling Tool is read only and is none of these. */
public enum Format {
    OTM("otm"),
    THREAT_DRAGON("threat-dragon"),
    TM_LIBRARY("tm-library"),
    TM_BOM("tm-bom"),
    THREAT_COMPOSER("threat-composer"),
    THREAGILE("threagile");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    /** As the command line calls it. */
    public String word() {
        return word;
    }

    /** As people call it. */
    public String title() {
        return dialect().title();
    }

    public static Optional<Format> named(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word))
                .findFirst();
    }

    /** All words, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(Format::word).collect(Collectors.joining(", "));
    }

    Dialect dialect() {
        return Dialects.of(this);
    }

    static List<Format> all() {
        return List.of(values());
    }
}
