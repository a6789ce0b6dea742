package dev.bartizan.risk.cvss;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * From a macrovector to a score (FIRST, CVSS 4.0 Specification Document, section 8.2): the score of the class less the mean, over its dimensions, of how far the vector stands
 * from the worst of its class, as a share of the way to the next class below. EQ3 and EQ6 are one dimension. Distances are whole steps and scores whole tenths.
 */
final class Scoring {
    /** What the reference calculator adds before it rounds, in tenths, so that halves that are not quite halves in binary go up. */
    private static final double EPSILON = 1e-5;

    private static final List<Metric> IMPACTS =
            List.of(Metric.VC, Metric.VI, Metric.VA, Metric.SC, Metric.SI, Metric.SA);

    /** The metrics of each dimension. */
    private enum Dimension {
        EQ1,
        EQ2,
        EQ3_AND_6,
        EQ4,
        EQ5;

        List<Metric> metrics() {
            return switch (this) {
                case EQ1 -> List.of(Metric.AV, Metric.PR, Metric.UI);
                case EQ2 -> List.of(Metric.AC, Metric.AT);
                case EQ3_AND_6 -> List.of(Metric.VC, Metric.VI, Metric.VA, Metric.CR, Metric.IR, Metric.AR);
                case EQ4 -> List.of(Metric.SC, Metric.SI, Metric.SA);
                case EQ5 -> List.of(Metric.E);
            };
        }
    }

    private final Map<Metric, String> effective;
    private final Macrovector macrovector;

    private Scoring(Map<Metric, String> effective) {
        this.effective = effective;
        this.macrovector = Macrovector.of(effective);
    }

    static int tenths(Map<Metric, String> effective) {
        if (IMPACTS.stream().allMatch(impact -> "N".equals(effective.get(impact)))) {
            return 0;
        }
        return new Scoring(effective).tenths();
    }

    private int tenths() {
        int top = macrovector.tenths().orElseThrow();
        double lessened = 0;
        int counted = 0;
        for (Dimension dimension : Dimension.values()) {
            OptionalInt below = below(dimension);
            if (below.isPresent()) {
                lessened += (double) (top - below.getAsInt()) * distance(dimension) / depth(dimension);
                counted++;
            }
        }
        double value = counted == 0 ? top : top - lessened / counted;
        return (int) Math.floor(Math.clamp(value, 0, 100) + EPSILON + 0.5);
    }

    /** The score of the class one step less severe in a dimension; empty when there is none. */
    private OptionalInt below(Dimension dimension) {
        Macrovector m = macrovector;
        return switch (dimension) {
            case EQ1 -> new Macrovector(m.eq1() + 1, m.eq2(), m.eq3(), m.eq4(), m.eq5(), m.eq6()).tenths();
            case EQ2 -> new Macrovector(m.eq1(), m.eq2() + 1, m.eq3(), m.eq4(), m.eq5(), m.eq6()).tenths();
            case EQ3_AND_6 -> belowEq3And6(m);
            case EQ4 -> new Macrovector(m.eq1(), m.eq2(), m.eq3(), m.eq4() + 1, m.eq5(), m.eq6()).tenths();
            case EQ5 -> new Macrovector(m.eq1(), m.eq2(), m.eq3(), m.eq4(), m.eq5() + 1, m.eq6()).tenths();
        };
    }

    /** Either digit may go up; where both may, the worse of the two classes counts. */
    private static OptionalInt belowEq3And6(Macrovector m) {
        var lessLost = new Macrovector(m.eq1(), m.eq2(), m.eq3() + 1, m.eq4(), m.eq5(), m.eq6());
        var lessNeeded = new Macrovector(m.eq1(), m.eq2(), m.eq3(), m.eq4(), m.eq5(), m.eq6() + 1);
        if (m.eq3() == 0 && m.eq6() == 0) {
            int worse =
                    Math.max(lessLost.tenths().orElse(0), lessNeeded.tenths().orElse(0));
            return OptionalInt.of(worse);
        }
        return m.eq3() == 1 && m.eq6() == 0 ? lessNeeded.tenths() : lessLost.tenths();
    }

    /** How many steps below the worst vector of its class it stands in a dimension. */
    private int distance(Dimension dimension) {
        return worst().stream()
                .filter(worst -> steps(worst, Dimension.values()) >= 0)
                .findFirst()
                .map(worst -> steps(worst, dimension))
                .orElseThrow();
    }

    /** The steps from a worst vector in some dimensions; -1 when it is less severe than this vector in any metric. */
    private int steps(Map<Metric, String> worst, Dimension... dimensions) {
        int sum = 0;
        for (Dimension dimension : dimensions) {
            for (Metric metric : dimension.metrics()) {
                int steps = level(metric, effective) - level(metric, worst);
                if (steps < 0) {
                    return -1;
                }
                sum += steps;
            }
        }
        return sum;
    }

    private static int level(Metric metric, Map<Metric, String> values) {
        return Levels.of(metric).indexOf(String.valueOf(values.get(metric)));
    }

    private List<Map<Metric, String>> worst() {
        List<Map<Metric, String>> all = List.of(Map.of());
        for (List<String> choices : List.of(
                WorstVectors.eq1(macrovector.eq1()),
                WorstVectors.eq2(macrovector.eq2()),
                WorstVectors.eq3And6(macrovector.eq3(), macrovector.eq6()),
                WorstVectors.eq4(macrovector.eq4()),
                WorstVectors.eq5(macrovector.eq5()))) {
            all = product(all, choices);
        }
        return all;
    }

    private static List<Map<Metric, String>> product(List<Map<Metric, String>> heads, List<String> choices) {
        var product = new ArrayList<Map<Metric, String>>();
        for (Map<Metric, String> head : heads) {
            for (String choice : choices) {
                var joined = new EnumMap<Metric, String>(Metric.class);
                joined.putAll(head);
                for (String part : choice.split("/")) {
                    int colon = part.indexOf(':');
                    joined.put(Metric.valueOf(part.substring(0, colon)), part.substring(colon + 1));
                }
                product.add(joined);
            }
        }
        return product;
    }

    /** How many steps deep a class is in a dimension, plus one (the reference calculator's table of highest severity distances). */
    private int depth(Dimension dimension) {
        return switch (dimension) {
            case EQ1 -> List.of(1, 4, 5).get(macrovector.eq1());
            case EQ2 -> List.of(1, 2).get(macrovector.eq2());
            case EQ3_AND_6 -> depthEq3And6();
            case EQ4 -> List.of(6, 5, 4).get(macrovector.eq4());
            case EQ5 -> 1;
        };
    }

    private int depthEq3And6() {
        if (macrovector.eq3() == 0) {
            return macrovector.eq6() == 0 ? 7 : 6;
        }
        return macrovector.eq3() == 1 ? 8 : 10;
    }
}
