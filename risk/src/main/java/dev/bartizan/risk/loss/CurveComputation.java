package dev.bartizan.risk.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses the grids for a curve, computes the losses on each and joins them. */
final class CurveComputation {
    private static final int SCOUT_POINTS = 512;
    private static final int MOST_GRIDS = 12;
    private static final int MOST_DOUBLINGS = 64;
    /** Grids get finer until fewer events than this a year cost less than a grid reaches. */
    private static final double UNSEEN = 1e-6;

    private final Resolution resolution;
    private final List<LossProcess> processes;
    private final List<LossProcess> known;
    private final List<LossProcess> uncertain;
    private final double events;
    /** What the numbers of events and the severities themselves may be off, before any transform. */
    private final double inputError;

    CurveComputation(List<LossScenario> scenarios, Resolution resolution) {
        this.resolution = resolution;
        this.processes = scenarios.parallelStream().map(LossProcess::of).toList();
        var byKind = processes.stream().collect(Collectors.partitioningBy(LossProcess::isKnown));
        this.known = byKind.getOrDefault(true, List.of());
        this.uncertain = byKind.getOrDefault(false, List.of());
        this.events = processes.stream().mapToDouble(LossProcess::rate).sum();
        this.inputError = GridCdf.ERROR * events
                + uncertain.stream()
                        .mapToDouble(process -> process.counts().error())
                        .sum();
    }

    LossCurve run() {
        var lattice = Lattice.of(resolution.points());
        double end = widest();
        var grids = new ArrayList<Grid>();
        for (double reach = end; grids.size() < MOST_GRIDS; reach /= Resolution.RATIO) {
            grids.add(Grid.of(lattice, reach / resolution.points(), events));
            if (eventsBelow(reach / Resolution.RATIO) < UNSEEN) {
                break;
            }
        }
        CurvePoints points = points(grids);
        return new LossCurve(
                points,
                processes,
                new LossCurve.Method(
                        resolution.points(),
                        grids.stream().map(Grid::step).toList(),
                        end,
                        grids.getFirst().tilt() * resolution.points(),
                        grids.getFirst().error() + inputError));
    }

    private double eventsBelow(double amount) {
        return processes.stream()
                .mapToDouble(process ->
                        process.rate() * process.scenario().severity().cdf(amount))
                .sum();
    }

    private double eventsAbove(double amount) {
        return events - eventsBelow(amount);
    }

    /** A power of two: where single large events become rare enough and, tried on a small grid, whole years too. */
    private double widest() {
        double mean = processes.stream()
                .mapToDouble(process -> process.scenario().annualLoss())
                .sum();
        double reach = powerOfTwoAbove(Math.max(mean, 1e-3));
        for (int i = 0; i < MOST_DOUBLINGS && eventsAbove(reach) > resolution.tail(); i++) {
            reach *= 2;
        }
        var lattice = Lattice.of(SCOUT_POINTS);
        for (int i = 0; i < MOST_DOUBLINGS && survival(reach, lattice) > resolution.tail(); i++) {
            reach *= 2;
        }
        return reach;
    }

    private static double powerOfTwoAbove(double amount) {
        return Math.scalb(1.0, Math.getExponent(amount) + 1);
    }

    private double survival(double reach, Lattice lattice) {
        Grid grid = Grid.of(lattice, reach / SCOUT_POINTS, events);
        double below = 0;
        for (double mass : GridLosses.of(grid, known, uncertain)[1]) {
            below += mass;
        }
        return 1 - below - 2 * grid.error();
    }

    /** From the finest grid outwards; of each grid but the finest only what the finer ones do not reach. */
    private CurvePoints points(List<Grid> grids) {
        int n = resolution.points();
        int per = n - n / Resolution.RATIO;
        int size = n + (grids.size() - 1) * per;
        var amounts = new double[size];
        var rows = new double[3][size];
        int at = 0;
        for (int g = grids.size() - 1; g >= 0; g--) {
            Grid grid = grids.get(g);
            double[][] exceedances = exceedances(grid, GridLosses.of(grid, known, uncertain));
            for (int k = g == grids.size() - 1 ? 0 : n / Resolution.RATIO; k < n; k++) {
                amounts[at] = k * grid.step();
                for (int row = 0; row < 3; row++) {
                    rows[row][at] = exceedances[row][k];
                }
                at++;
            }
        }
        atZero(rows);
        return CurvePoints.of(amounts, rows[1], rows[0], rows[2]);
    }

    /** P(loss &gt; k steps). Of the mass that splitting put on a point about half lies above it. */
    private double[][] exceedances(Grid grid, double[][] masses) {
        double error = grid.error() + inputError;
        var exceedances = new double[3][grid.points()];
        for (int row = 0; row < 3; row++) {
            double above = 1;
            double margin = (row - 1) * error;
            for (int k = 0; k < grid.points(); k++) {
                above -= masses[row][k];
                double correction = row == 1 && k > 0 ? 0.5 * masses[row][k] : 0;
                exceedances[row][k] = Math.clamp(above + correction + margin, 0, 1);
            }
        }
        return exceedances;
    }

    /** That something is lost is known without a grid: that something happens, unless it costs nothing. */
    private void atZero(double[][] rows) {
        double nothing = 1;
        for (LossProcess process : processes) {
            if (process.scenario().severity().highest() > 0) {
                nothing *= process.counts().none();
            }
        }
        rows[0][0] = Math.max(0, 1 - nothing - inputError);
        rows[1][0] = 1 - nothing;
        rows[2][0] = Math.min(1, 1 - nothing + inputError);
    }
}
