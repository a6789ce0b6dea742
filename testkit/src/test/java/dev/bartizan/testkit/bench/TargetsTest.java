package dev.bartizan.testkit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private static final Offset<Double> CLOSE = Offset.offset(0.001);

    @Test
    void aSlowRowMissesItsTargetsAndAFastOneKeepsThem() {
        assertThat(promises(List.of(row("20000", 2, 6.5, ""))))
                .contains("| 20000 workloads, one file, baseline: wall time against the floor | 3.00x | 3.25x | over |")
                .contains("| 20000 workloads, one file, baseline: wall time with -Xmx1g | 8.00 s | 6.50 s | PASS |");
        assertThat(promises(List.of(row("100000objects", 4, 13.5, ""))))
                .contains(
                        "| 100000 objects, one file, baseline: wall time with -Xmx1500m | 13.00 s | 13.50 s | over |");
    }

    @Test
    void everythingIsHeldToTheSumOfWhatWasPromised() {
        var row = new Row(Size.parse("20000"), Form.ONE_FILE, Job.EVERYTHING, series(2), series(16), "");
        assertThat(promises(List.of(row)))
                .contains(
                        "| 20000 workloads, one file, everything (8 s, and 5 s for threats, 2 s for risk): wall time with -Xmx1g | 15.00 s | 16.00 s | over |");
        assertThat(Job.EVERYTHING.isAskedOf(Size.parse("100000objects"))).isFalse();
    }

    @Test
    void whatFailedIsNeitherKeptNorOver() {
        List<Target> targets = Targets.of(List.of(row("20000", 2, 0.1, "exit code 3")));
        assertThat(targets).noneMatch(Target::isKept).noneMatch(Target::isOver);
        assertThat(targets.getFirst().markdown()).endsWith("| not measured | not measured |");
    }

    @Test
    void growthIsTheDearestObjectOverTheFirst() {
        List<Row> rows = List.of(row("2000", 1, 6, ""), row("6000", 1, 9, ""), row("20000", 1, 90, ""));
        assertThat(Targets.growth(rows).orElseThrow()).isCloseTo(1.5, CLOSE);
    }

    @Test
    void quadraticGrowthBehindASlowStartShowsInTheSteps() {
        // 10 s to start; then 12,000 objects for 1 s and 42,000 objects for 21 s
        List<Row> rows = List.of(row("2000", 1, 10, ""), row("6000", 1, 11, ""), row("20000", 1, 32, ""));
        assertThat(Targets.growth(rows).orElseThrow()).isLessThan(1);
        assertThat(Targets.growthOfSteps(rows).orElseThrow()).isCloseTo(6, CLOSE);
        assertThat(Targets.growthOfSteps(rows.subList(0, 2))).isEmpty();
    }

    @Test
    void aSeriesGivesTheMiddleAndThePeak() {
        var series = new Series();
        series.add(run(3, 1_024));
        series.add(run(1, 4_096));
        series.add(run(2, 2_048));
        assertThat(series.wallSeconds()).isEqualTo(2);
        assertThat(series.userSeconds()).hasValue(4);
        assertThat(series.residentMebibytes()).hasValue(4);
        assertThat(series.spread()).isEqualTo(3);
    }

    @Test
    void figuresThatTheSystemDoesNotGiveAreUnknown() {
        var series = new Series();
        series.add(new Measurement(1, OptionalDouble.empty(), OptionalLong.empty(), 0));
        assertThat(series.userSeconds()).isEmpty();
        assertThat(series.residentMebibytes()).isEmpty();
    }

    @Test
    void aLineOfTheTableNamesRatioAndGrowth() {
        Row smallest = row("2000", 0.5, 1.2, "");
        assertThat(row("20000", 2, 5, "").markdown(smallest))
                .isEqualTo(
                        "| 20000 workloads | one file | baseline | 2.00 | 4.00 | 5.00 | 10.00 | 2.50 | 83 | 0.42 | 100 | 1.00 |");
        assertThat(row("20000", 2, 5, "").markdown(row("2000", 0.5, 1, "exit code 3")))
                .contains("| 83 | unknown |");
        assertThat(row("20000", 2, 5, "no report.html").markdown(smallest))
                .contains("no report.html")
                .doesNotContain("2.50");
    }

    @Test
    void theBenchTakesAtLeastThreeRounds() {
        BenchArguments arguments =
                BenchArguments.parse(List.of("--rounds", "1", "--sizes", "100,300objects", "--floor-only"));
        assertThat(arguments.rounds()).isEqualTo(3);
        assertThat(arguments.sizes().stream().map(Size::objects)).containsExactly(300, 300);
        assertThat(arguments.floorOnly()).isTrue();
    }

    private static List<String> promises(List<Row> rows) {
        return Targets.of(rows).stream().map(Target::markdown).toList();
    }

    private static Row row(String size, double floor, double ours, String failure) {
        return new Row(Size.parse(size), Form.ONE_FILE, Job.BASELINE, series(floor), series(ours), failure);
    }

    private static Series series(double seconds) {
        var series = new Series();
        series.add(run(seconds, 102_400));
        return series;
    }

    private static Measurement run(double seconds, long kilobytes) {
        return new Measurement(seconds, OptionalDouble.of(2 * seconds), OptionalLong.of(kilobytes), 0);
    }
}
