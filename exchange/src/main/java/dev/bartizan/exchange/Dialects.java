package dev.bartizan.exchange;

import dev.bartizan.exchange.bom.ThreatModelBom;
import dev.bartizan.exchange.composer.ThreatComposer;
import dev.bartizan.exchange.dialect.Dialect;
import dev.bartizan.exchange.dragon.ThreatDragon;
import dev.bartizan.exchange.library.ThreatModelLibrary;
import dev.bartizan.exchange.otm.Otm;
import dev.bartizan.exchange.threagile.Threagile;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Who reads and writes which format. */
final class Dialects {
    private static final Map<Format, Dialect> ALL = new EnumMap<>(Map.of(
            Format.OTM, new Otm(),
            Format.THREAT_DRAGON, new ThreatDragon(),
            Format.TM_LIBRARY, new ThreatModelLibrary(),
            Format.TM_BOM, new ThreatModelBom(),
            Format.THREAT_COMPOSER, new ThreatComposer(),
            Format.THREAGILE, new Threagile()));

    private Dialects() {}

    static Dialect of(Format format) {
        return Objects.requireNonNull(ALL.get(format), format.word());
    }
}
