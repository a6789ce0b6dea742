package dev.bartizan.cli.files;

import dev.bartizan.exchange.Format;
import java.util.Arrays;
import java.util.Iterator;

/** The words of the formats, for help texts. */
public final class ThreatModelFormats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Format.values()).map(Format::word).iterator();
    }
}
