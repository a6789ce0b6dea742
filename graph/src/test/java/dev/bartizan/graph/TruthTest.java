package dev.bartizan.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TruthTest {
    private static final Truth UNKNOWN = Truth.undecided("policies of ml-serving");
    private static final List<Truth> ALL = List.of(Truth.CONFIRMED, UNKNOWN, Truth.REFUTED);

    /** Kleene's conjunction is the minimum in the order refuted, undecided, confirmed. */
    @Test
    void conjunctionIsTheLesserAndDisjunctionTheGreater() {
        for (int i = 0; i < ALL.size(); i++) {
            for (int j = 0; j < ALL.size(); j++) {
                assertThat(ALL.get(i).and(ALL.get(j))).isEqualTo(ALL.get(Math.max(i, j)));
                assertThat(ALL.get(i).or(ALL.get(j))).isEqualTo(ALL.get(Math.min(i, j)));
            }
        }
    }

    @Test
    void negationKeepsTheGap() {
        assertThat(Truth.CONFIRMED.not()).isEqualTo(Truth.REFUTED);
        assertThat(Truth.REFUTED.not()).isEqualTo(Truth.CONFIRMED);
        assertThat(UNKNOWN.not()).isEqualTo(UNKNOWN);
    }

    @Test
    void twoGapsAreBothNamed() {
        assertThat(UNKNOWN.and(Truth.undecided("cluster roles")))
                .isEqualTo(new Truth.Undecided(new TreeSet<>(List.of("cluster roles", "policies of ml-serving"))));
    }

    @Test
    void ofVeryManyGapsTheSameFewAreNamedInWhateverOrderTheyCame() {
        var upwards = Truth.REFUTED;
        var downwards = Truth.REFUTED;
        for (int i = 0; i < 1_000; i++) {
            upwards = upwards.or(Truth.undecided("gap " + i));
            downwards = downwards.or(Truth.undecided("gap " + (999 - i)));
        }
        assertThat(upwards)
                .isEqualTo(downwards)
                .isInstanceOfSatisfying(
                        Truth.Undecided.class,
                        undecided -> assertThat(undecided.gaps())
                                .hasSizeLessThan(100)
                                .startsWith("gap 0", "gap 1", "gap 10"));
    }

    @Test
    void undecidedWithoutAGapIsRefused() {
        assertThatThrownBy(() -> new Truth.Undecided(new TreeSet<>())).isInstanceOf(IllegalArgumentException.class);
    }
}
