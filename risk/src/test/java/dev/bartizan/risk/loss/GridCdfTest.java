package dev.bartizan.risk.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GridCdfTest {
    private static final Lattice LATTICE = Lattice.of(4_096);

    @Test
    void theSeriesAgreesWithTheDistributionItself() {
        for (double sigma : new double[] {0.01, 0.2, 0.7, 2, 5}) {
            var severity = new Lognormal(StrictMath.log(1e6), sigma);
            for (double step : new double[] {1, 300, 1e5}) {
                double[] cumulated = GridCdf.of(severity, Grid.of(LATTICE, step, 1), 0, 4_096);
                for (int k = 0; k <= 4_096; k += 7) {
                    assertThat(cumulated[k]).isCloseTo(severity.cdf(k * step), within(2e-13));
                }
            }
        }
    }

    @Test
    void cubicPiecesAgreeWithTheDistributionItself() {
        for (double gamma : new double[] {0.5, 4, 1_000}) {
            for (Pert.Shape shape : Pert.Shape.values()) {
                for (var severity : List.of(
                        new Pert(0, 1e5, 1e6, gamma, shape),
                        new Pert(2e5, 2e5, 3e5, gamma, shape),
                        new Pert(0, 9e4, 9e4, gamma, shape))) {
                    for (double step : new double[] {0.5, 30, 250, 1e4}) {
                        double[] cumulated = GridCdf.of(severity, Grid.of(LATTICE, step, 1), 0, 4_096);
                        for (int k = 0; k <= 4_096; k += 7) {
                            assertThat(cumulated[k]).isCloseTo(severity.cdf(k * step), within(2e-9));
                        }
                    }
                }
            }
        }
    }

    @Test
    void aPartIsThatOfTheWhole() {
        var severity = Lognormal.ofInterval90(1e3, 1e5);
        Grid grid = Grid.of(LATTICE, 50, 1);

        double[] whole = GridCdf.of(severity, grid, 0, 4_096);
        double[] part = GridCdf.of(severity, grid, 1_024, 2_048);

        for (int k = 1_024; k < 2_048; k++) {
            assertThat(part[k - 1_024]).isEqualTo(whole[k]);
        }
    }
}
