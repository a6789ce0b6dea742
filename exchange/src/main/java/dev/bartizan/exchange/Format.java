package dev.bartizan.exchange;


import dev.bartizan.exchange.bom.ThreatModelBom;
import dev.bartizan.exchange.composer.ThreatComposer;
import dev.bartizan.exchange.dialect.Dialect;
import dev.bartizan.exchange.dragon.ThreatDragon;
import dev.bartizan.exchange.library.ThreatModelLibrary;
import dev.bartizan.exchange.otm.Otm;
import dev.bartizan.exchange.threagile.Threagile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that are read and written. A .tm7 file of the Microsoft Threat Modeling Tool is read only and is none of these. */
public enum Format {
    OTM("otm", new Otm()),
    THREAT_DRAGON("threat-dragon", new ThreatDragon()),
    TM_LIBRARY("tm-library", new ThreatModelLibrary()),
    TM_BOM("tm-bom", new ThreatModelBom()),
    THREAT_COMPOSER("threat-composer", new ThreatComposer()),
    THREAGILE("threagile", new Threagile());

    private final String word;
    private final Dialect dialect;

    Format(String word, Dialect dialect) {
        this.word = word;
        this.dialect = dialect;
    }

    /** As the command line calls it. */
    public String word() {
        return word;
    }

    /** As people call it. */
    public String title() {
        return dialect.title();
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
        return dialect;
    }

    static List<Format> all() {
        return List.of(values());
    }
}
