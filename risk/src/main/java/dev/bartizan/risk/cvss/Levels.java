package dev.bartizan.risk.cvss;

import java.util.List;

/** The values of a metric from the most severe down, a step apart. */
final class Levels {
    private static final List<String> IMPACT = List.of("H", "L", "N");
    private static final List<String> SUBSEQUENT_IMPACT = List.of("S", "H", "L", "N");
    private static final List<String> REQUIREMENT = List.of("H", "M", "L");

    private Levels() {}

    /** @throws IllegalArgumentException for a metric that no distance is measured in */
    static List<String> of(Metric metric) {
        return switch (metric) {
            case AV, AC, AT, PR, UI -> metric.allowed();
            case VC, VI, VA -> IMPACT;
            case SC, SI, SA -> SUBSEQUENT_IMPACT;
            case CR, IR, AR -> REQUIREMENT;
            case E -> List.of("A", "P", "U");
            case MAV, MAC, MAT, MPR, MUI, MVC, MVI, MVA, MSC, MSI, MSA, S, AU, R, V, RE, U ->
                throw new IllegalArgumentException(metric + " has no levels of its own");
        };
    }
}
