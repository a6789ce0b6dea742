package dev.bartizan.risk.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.RiskFacts.Rating;
import dev.bartizan.graph.RiskSettings.Method;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskVectorTest {
    private static final Location PLACE = new Location("bartizan.yaml", 7, 11, "/risk/ratings/0/vector");
    private static final String CVSS = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:L/VA:N/SC:N/SI:N/SA:N";

    private static Rating rating(String vector, Optional<Integer> value) {
        return switch (RiskVector.parse(vector, PLACE)) {
            case RiskVector.Read read -> read.vector().rating(value);
            case RiskVector.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private static List<Problem> problems(String vector) {
        return switch (RiskVector.parse(vector, PLACE)) {
            case RiskVector.Read read -> throw new AssertionError(read.vector());
            case RiskVector.Refused refused -> refused.problems();
        };
    }

    /** The example of the methodology's page: the business impact decides where it is known. */
    @ParameterizedTest
    @CsvSource({
        "/LC:9/LI:7/LAV:5/LAC:8, high, 'likelihood 4.375 medium, impact 7.250 high (technical)'",
        "/LC:9/LI:7/LAV:5/LAC:8/FD:1/RD:2/NC:1/PV:5, low, 'likelihood 4.375 medium, impact 2.250 low (business)'"
    })
    void owaspIsThePagesExample(String impact, String level, String basis) {
        Rating rating = rating("SL:5/M:2/O:7/S:1/ED:3/EE:6/A:9/ID:2" + impact, Optional.of(3));
        assertThat(rating).isEqualTo(new Rating(Method.OWASP, level, level.equals("high") ? 3 : 1, basis, true));
    }

    @Test
    void nistIsTablesG5AndI2() {
        assertThat(rating("initiation:high/success:moderate/impact:very-high", Optional.empty()))
                .extracting(Rating::level, Rating::value)
                .containsExactly("high", 8.0);
        assertThat(rating("initiation:very-low/success:low/impact:moderate", Optional.empty()))
                .extracting(Rating::level, Rating::value)
                .containsExactly("very-low", 0.0);
    }

    @Test
    void cvssTakesRequirementsFromTheAssetThatIsConcernedUnlessTheVectorNamesThem() {
        Rating base = rating(CVSS, Optional.empty());
        assertThat(base.basis()).startsWith("CVSS-B ");
        Rating dear = rating(CVSS, Optional.of(3));
        assertThat(dear.basis()).startsWith("CVSS-BE ").contains("/CR:H/IR:H/AR:H");
        assertThat(dear.value()).isEqualTo(base.value());
        assertThat(rating(CVSS, Optional.of(0)).value()).isLessThan(base.value());
        assertThat(rating(CVSS + "/CR:H", Optional.of(0)).basis()).contains("/CR:H/IR:L/AR:L");
    }

    @ParameterizedTest
    @CsvSource({
        "AV:N/AC:L, unknown-method, 11, By no method",
        "'', unknown-method, 11, By no method",
        "CVSS:3.1/AV:N, cvss-prefix, 11, begins with CVSS:4.0",
        "SL:5/M:2/O:7/S:1/ED:3/EE:6/A:9/ID:10, factor-value, 45, ID cannot be '10'",
        "SL:5/M:2/O:7/S:1/ED:3/EE:6/A:9/ID:2, factor-missing, 46, The impact is missing",
        "SL:5/M:2/O:7/S:1/ED:3/EE:6/A:9/ID:2/LC:9, factor-missing, 11, 'LI, LAV, LAC'",
        "SL:5/SL:5, factor-twice, 16, SL is given twice",
        "initiation:high/sucess:low/impact:low, unknown-factor, 27, did you mean success?",
        "initiation:high/success:huge/impact:low, factor-value, 35, success cannot be 'huge'",
        "initiation:high/impact:low, factor-missing, 11, 'missing: success'"
    })
    void whatIsWrongIsToldAtItsPlace(String vector, String code, int column, String message) {
        assertThat(problems(vector)).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.location().orElseThrow().column()).isEqualTo(column);
            assertThat(problem.message()).contains(message);
        });
    }

    @Test
    void whereNobodyGaveFactorsLevelsAreConcludedButNotForCvss() {
        assertThat(StandIn.of(Method.SP800_30, 4, 0.5, 2e6).orElseThrow())
                .extracting(Rating::level, Rating::basis, Rating::isOwn)
                .containsExactly(
                        "moderate",
                        "initiation moderate, success moderate, so likelihood moderate; impact high, concluded from frequency, controls and loss",
                        false);
        assertThat(StandIn.of(Method.OWASP, 4, 0.5, 2e6).orElseThrow().level()).isEqualTo("critical");
        assertThat(StandIn.of(Method.CVSS, 4, 0.5, 2e6)).isEmpty();
        assertThat(StandIn.of(Method.FAIR, 4, 0.5, 2e6)).isEmpty();
    }
}
