package dev.bartizan.risk.cvss;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A class of vectors that experts scored as one (FIRST, CVSS 4.0 Specification Document, tables 24 to 30).
 *
 * @param eq1 how easily the attacker gets there
 * @param eq2 how complex the attack is
 * @param eq3 what the vulnerable system loses
 * @param eq4 what subsequent systems lose
 * @param eq5 whether there are exploits
 * @param eq6 what the vulnerable system loses of what it needs most
 */
record Macrovector(int eq1, int eq2, int eq3, int eq4, int eq5, int eq6) {
    private static final Map<String, Integer> TENTHS = load();

    static Macrovector of(Map<Metric, String> effective) {
        var is = new Values(effective);
        return new Macrovector(eq1(is), eq2(is), eq3(is), eq4(is), eq5(is), eq6(is));
    }

    private static int eq1(Values is) {
        boolean av = is.at(Metric.AV, "N");
        boolean pr = is.at(Metric.PR, "N");
        boolean ui = is.at(Metric.UI, "N");
        if (av && pr && ui) {
            return 0;
        }
        return (av || pr || ui) && !is.at(Metric.AV, "P") ? 1 : 2;
    }

    private static int eq2(Values is) {
        return is.at(Metric.AC, "L") && is.at(Metric.AT, "N") ? 0 : 1;
    }

    private static int eq3(Values is) {
        boolean vc = is.at(Metric.VC, "H");
        boolean vi = is.at(Metric.VI, "H");
        if (vc && vi) {
            return 0;
        }
        return vc || vi || is.at(Metric.VA, "H") ? 1 : 2;
    }

    private static int eq4(Values is) {
        if (is.at(Metric.SI, "S") || is.at(Metric.SA, "S")) {
            return 0;
        }
        return is.at(Metric.SC, "H") || is.at(Metric.SI, "H") || is.at(Metric.SA, "H") ? 1 : 2;
    }

    private static int eq5(Values is) {
        if (is.at(Metric.E, "A")) {
            return 0;
        }
        return is.at(Metric.E, "P") ? 1 : 2;
    }

    private static int eq6(Values is) {
        boolean needsWhatIsLost = (is.at(Metric.CR, "H") && is.at(Metric.VC, "H"))
                || (is.at(Metric.IR, "H") && is.at(Metric.VI, "H"))
                || (is.at(Metric.AR, "H") && is.at(Metric.VA, "H"));
        return needsWhatIsLost ? 0 : 1;
    }

    String digits() {
        return "" + eq1 + eq2 + eq3 + eq4 + eq5 + eq6;
    }

    /** The score of its worst vector times ten; empty when no vector is of this class. */
    OptionalInt tenths() {
        Integer tenths = TENTHS.get(digits());
        return tenths == null ? OptionalInt.empty() : OptionalInt.of(tenths);
    }

    private record Values(Map<Metric, String> effective) {
        boolean at(Metric metric, String value) {
            return value.equals(effective.get(metric));
        }
    }

    private static Map<String, Integer> load() {
        var table = new HashMap<String, Integer>();
        try (InputStream stream =
                        Objects.requireNonNull(Macrovector.class.getResourceAsStream("macrovectors.txt"), "table");
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> table.put(line.substring(0, 6), Integer.valueOf(line.substring(7))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Map.copyOf(table);
    }
}
