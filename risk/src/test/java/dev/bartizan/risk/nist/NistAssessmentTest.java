package dev.bartizan.risk.nist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NistAssessmentTest {
    private static final Map<String, NistLevel> WORDS = Map.of(
            "VL", NistLevel.VERY_LOW,
            "L", NistLevel.LOW,
            "M", NistLevel.MODERATE,
            "H", NistLevel.HIGH,
            "VH", NistLevel.VERY_HIGH);

    /** Rows as in the publication: likelihood from very high down, impact from very low up. */
    private static final List<String> TABLE_I_2 =
            List.of("VL L M H VH", "VL L M H VH", "VL L M M H", "VL L L L M", "VL VL VL L L");

    /** Rows as in the publication: initiation from very high down, adverse impact from very low up. */
    private static final List<String> TABLE_G_5 =
            List.of("L M H VH VH", "L M M H VH", "L L M M H", "VL L L M M", "VL VL L L L");

    @Test
    void riskFollowsTableI2() {
        for (NistLevel likelihood : NistLevel.values()) {
            for (NistLevel impact : NistLevel.values()) {
                assertThat(NistAssessment.risk(likelihood, impact)).isEqualTo(cell(TABLE_I_2, likelihood, impact));
            }
        }
    }

    @Test
    void overallLikelihoodFollowsTableG5() {
        for (NistLevel initiation : NistLevel.values()) {
            for (NistLevel success : NistLevel.values()) {
                var assessment = new NistAssessment(initiation, success, NistLevel.VERY_HIGH);
                assertThat(assessment.likelihood()).isEqualTo(cell(TABLE_G_5, initiation, success));
                assertThat(assessment.risk())
                        .isEqualTo(cell(TABLE_I_2, cell(TABLE_G_5, initiation, success), NistLevel.VERY_HIGH));
            }
        }
    }

    private static NistLevel cell(List<String> table, NistLevel row, NistLevel column) {
        String word = table.get(4 - row.ordinal()).split(" ")[column.ordinal()];
        return WORDS.getOrDefault(word, NistLevel.VERY_LOW);
    }

    @Test
    void theBandsHoldEveryNumberOnce() {
        assertThat(List.of(NistLevel.of(0), NistLevel.of(4), NistLevel.of(5), NistLevel.of(20), NistLevel.of(21)))
                .containsExactly(
                        NistLevel.VERY_LOW, NistLevel.VERY_LOW, NistLevel.LOW, NistLevel.LOW, NistLevel.MODERATE);
        assertThat(List.of(NistLevel.of(79), NistLevel.of(80), NistLevel.of(95), NistLevel.of(96), NistLevel.of(100)))
                .containsExactly(
                        NistLevel.MODERATE, NistLevel.HIGH, NistLevel.HIGH, NistLevel.VERY_HIGH, NistLevel.VERY_HIGH);
        assertThat(List.of(NistLevel.values())).extracting(NistLevel::value).containsExactly(0, 2, 5, 8, 10);
        assertThatThrownBy(() -> NistLevel.of(101)).hasMessageContaining("0 to 100");
    }
}
