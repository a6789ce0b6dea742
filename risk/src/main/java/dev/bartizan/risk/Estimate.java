package dev.bartizan.risk;

import dev.bartizan.risk.loss.Distribution;
import dev.bartizan.risk.loss.Fixed;
import dev.bartizan.risk.loss.Lognormal;
import dev.bartizan.risk.loss.LossScenario;
import dev.bartizan.risk.loss.Pert;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A figure as people write it: one value, low, mode and high, or a 90 % interval. Nothing of it is trusted before it became a distribution.
 *
 * @param value of a {@code fixed} one
 * @param low the least ({@code pert}) or the 5 % quantile ({@code lognormal})
 * @param high the most ({@code pert}) or the 95 % quantile ({@code lognormal})
 * @param mode the most likely, of a {@code pert} one
 * @param gamma how much the mode weighs; 4 when absent
 * @param currency of an amount, three letters of ISO 4217
 */
public record Estimate(
        Method method,
        Optional<Double> value,
        Optional<Double> low,
        Optional<Double> mode,
        Optional<Double> high,
        Optional<Double> gamma,
        Optional<String> currency,
        Location location) {
    /** How the figures are meant. */
    public enum Method {
        FIXED,
        /** {@link Pert.Shape#STANDARD} */
        PERT,
        /** {@link Pert.Shape#BY_DEVIATION} */
        PERT_BY_DEVIATION,
        LOGNORMAL
    }

    /** What became of an estimate. */
    public sealed interface Result {}

    /** It is a distribution. */
    public record Usable(Distribution distribution) implements Result {}

    /** It cannot be one, for each of these reasons. */
    public record Refused(List<Problem> problems) implements Result {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    private static final String REMEDY = "correct the figures";

    /** Events a year, at most {@value LossScenario#HIGHEST_FREQUENCY}. */
    public Result frequency() {
        return limited(LossScenario.HIGHEST_FREQUENCY, "events a year are 0 to 1000");
    }

    /** A probability or share, nowhere above 1. */
    public Result probability() {
        return limited(1, "a probability is 0 to 1");
    }

    /** An amount of money. */
    public Result amount(String expectedCurrency) {
        Result read = read();
        Optional<Problem> foreign = currency.filter(own -> !own.equals(expectedCurrency))
                .map(own -> problem(
                        "estimate-currency",
                        "An amount is in another currency than " + expectedCurrency + ".",
                        "state all amounts in one currency: no rate of exchange is guessed"));
        if (foreign.isEmpty()) {
            return read;
        }
        return new Refused(
                Stream.concat(problems(read).stream(), foreign.stream()).toList());
    }

    private static List<Problem> problems(Result result) {
        return switch (result) {
            case Usable _ -> List.of();
            case Refused refused -> refused.problems();
        };
    }

    private Result limited(double most, String rule) {
        Result read = read();
        return switch (read) {
            case Refused refused -> refused;
            case Usable usable -> {
                double high =
                        high().or(this::value).orElse(usable.distribution().mean());
                yield high <= most
                        ? usable
                        : new Refused(List.of(problem(
                                "estimate-range", "The figure goes up to " + high + ": " + rule + ".", REMEDY)));
            }
        };
    }

    private Result read() {
        List<String> wanted = switch (method) {
            case FIXED -> List.of("value");
            case PERT, PERT_BY_DEVIATION -> List.of("low", "mode", "high");
            case LOGNORMAL -> List.of("low", "high");
        };
        var problems = new ArrayList<Problem>();
        complain(problems, "estimate-missing", missing(wanted), " is missing.");
        complain(problems, "estimate-surplus", surplus(wanted), " has no meaning for this method.");
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        return made(
                switch (method) {
                    case FIXED -> () -> new Fixed(value.orElseThrow());
                    case PERT -> () -> pert(Pert.Shape.STANDARD);
                    case PERT_BY_DEVIATION -> () -> pert(Pert.Shape.BY_DEVIATION);
                    case LOGNORMAL -> () -> Lognormal.ofInterval90(low.orElseThrow(), high.orElseThrow());
                });
    }

    private Distribution pert(Pert.Shape shape) {
        double least = low.orElseThrow();
        double most = high.orElseThrow();
        double weight = gamma.orElse(Pert.USUAL_GAMMA);
        return least == most && least == mode.orElseThrow()
                ? new Fixed(least)
                : new Pert(least, mode.orElseThrow(), most, weight, shape);
    }

    private Result made(Supplier<Distribution> maker) {
        try {
            return new Usable(maker.get());
        } catch (IllegalArgumentException refusal) {
            return new Refused(List.of(
                    problem("estimate-values", Objects.toString(refusal.getMessage(), "not usable") + ".", REMEDY)));
        }
    }

    private List<String> missing(Collection<String> wanted) {
        return wanted.stream().filter(name -> figure(name).isEmpty()).toList();
    }

    private List<String> surplus(Collection<String> wanted) {
        boolean isPert = wanted.contains("mode");
        return Stream.of("value", "low", "mode", "high", "gamma")
                .filter(name -> figure(name).isPresent() && !wanted.contains(name) && !(isPert && name.equals("gamma")))
                .toList();
    }

    private Optional<Double> figure(String name) {
        return switch (name) {
            case "value" -> value;
            case "low" -> low;
            case "mode" -> mode;
            case "high" -> high;
            default -> gamma;
        };
    }

    private void complain(List<Problem> problems, String code, List<String> names, String rest) {
        names.forEach(name -> problems.add(problem(code, "'" + name + "'" + rest, REMEDY)));
    }

    private Problem problem(String code, String message, String remedy) {
        return Problem.error(code, message, remedy, location);
    }
}
