package dev.bartizan.cli;

import dev.bartizan.exchange.Format;
import java.util.Arrays;
import java.util.Iterator;

/** The words of the formats, for help texts. */
final class ThreatModelFormats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Format.values()).map(Format::word).iterator();
    }
}
