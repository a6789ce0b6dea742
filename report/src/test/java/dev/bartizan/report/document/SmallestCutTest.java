package dev.bartizan.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SmallestCutTest {
    @Test
    void oneControlOfAllIsEnough() {
        var cut = SmallestCut.of(List.of(set("A", "B"), set("B", "C"), set("B")));

        assertThat(cut.controls()).containsExactly("B");
        assertThat(cut.isFewest()).isTrue();
    }

    @Test
    void whatNothingStopsIsLeftOut() {
        assertThat(SmallestCut.of(List.of(set(), set("A"))).controls()).containsExactly("A");
        assertThat(SmallestCut.of(List.of()).controls()).isEmpty();
    }

    @Test
    void noSmallerSetMeetsThemAll() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var incidents = new ArrayList<NavigableSet<String>>();
            for (int i = 0; i < 1 + random.nextInt(7); i++) {
                var controls = new TreeSet<String>();
                for (int j = 0; j < 1 + random.nextInt(3); j++) {
                    controls.add("C" + random.nextInt(8));
                }
                incidents.add(controls);
            }
            var cut = SmallestCut.of(incidents);

            assertThat(cut.controls()).hasSize(fewest(incidents));
            assertThat(incidents).allSatisfy(each -> assertThat(each).containsAnyElementsOf(cut.controls()));
        }
    }

    /** By trying every set of eight controls. */
    private static int fewest(List<NavigableSet<String>> incidents) {
        int fewest = Integer.MAX_VALUE;
        for (int chosen = 0; chosen < 256; chosen++) {
            int set = chosen;
            boolean meetsAll = incidents.stream()
                    .allMatch(each -> each.stream().anyMatch(control -> (set >> (control.charAt(1) - '0') & 1) == 1));
            fewest = meetsAll ? Math.min(fewest, Integer.bitCount(chosen)) : fewest;
        }
        return fewest;
    }

    private static NavigableSet<String> set(String... controls) {
        return new TreeSet<>(List.of(controls));
    }
}
