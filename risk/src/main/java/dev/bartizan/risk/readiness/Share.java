package dev.bartizan.risk.readiness;

import dev.bartizan.graph.ReadinessFacts.Measurement;
import dev.bartizan.graph.ReadinessFacts.Standing;
import dev.bartizan.knowledge.ReadinessCatalogue.Need;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * How much of something is so, and of how much nobody knows. What is open may turn out either way: a need is decided only when that does not matter.
 *
 * @param part of which it is so
 * @param open of which it may be so
 * @param whole 0: there is nothing to measure it on
 * @param date of the measurement
 * @param gap why there is nothing, or what is open
 */
record Share(long part, long open, long whole, LocalDate date, String gap) {
    static Share of(long part, long open, long whole, LocalDate date) {
        return new Share(part, open, whole, date, whole == 0 ? "nothing of the platform that it is about" : "");
    }

    static Share unmeasured(String gap, LocalDate date) {
        return new Share(0, 0, 0, date, gap);
    }

    Measurement against(Need need) {
        Standing standing = whole == 0 ? Standing.OPEN : standing(need);
        String reason = standing == Standing.OPEN && gap.isEmpty() ? open + " of " + whole + " are open" : gap;
        return new Measurement(
                title(need),
                target(need),
                standing,
                part,
                open,
                whole,
                whole == 0 ? Optional.empty() : Optional.of(date),
                standing == Standing.OPEN ? reason : "");
    }

    private Standing standing(Need need) {
        boolean least = meets(need, part);
        boolean most = meets(need, part + open);
        if (least == most) {
            return least ? Standing.HOLDS : Standing.FAILS;
        }
        return Standing.OPEN;
    }

    private boolean meets(Need need, long value) {
        return switch (need.measure().sort()) {
            case SHARE -> need.above() < 0 ? value >= need.least() * whole : value > need.above() * whole;
            case COUNT -> value <= need.most();
            case PERIODS -> value == whole;
            case NONE -> false;
        };
    }

    private static String title(Need need) {
        return need.of().isEmpty() ? need.measure().title() : need.measure().title() + " " + need.of();
    }

    private static String target(Need need) {
        return switch (need.measure().sort()) {
            case SHARE -> need.above() < 0 ? "at least " + percent(need.least()) : "above " + percent(need.above());
            case COUNT -> "at most " + Math.round(need.most());
            case PERIODS -> "at least " + Math.round(need.least());
            case NONE -> "";
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
