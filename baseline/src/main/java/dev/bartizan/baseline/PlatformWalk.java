package dev.bartizan.baseline;

import dev.bartizan.knowledge.CompiledCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Walks the whole platform once, in ranges of assets that several threads share; the answer is in the order of the platform. */
final class PlatformWalk {
    /** Small enough to share evenly, large enough to be worth a task. */
    private static final int RANGE = 512;

    private final PlatformIndex platform;
    private final List<CompiledCheck> checks;
    private final Evaluator.Lookups lookups;
    private final Circumstances circumstances;

    PlatformWalk(
            PlatformIndex platform,
            List<CompiledCheck> checks,
            Evaluator.Lookups lookups,
            Circumstances circumstances) {
        this.platform = platform;
        this.checks = checks;
        this.lookups = lookups;
        this.circumstances = circumstances;
    }

    Tally run(int threads) {
        var tally = new Tally(checks.size(), 0);
        int assets = platform.platform().assets().size();
        if (threads == 1 || assets <= RANGE) {
            tally.addAll(range(0, assets));
            tally.addAll(namespaces());
        } else {
            ranges(threads, assets).forEach(tally::addAll);
        }
        return tally;
    }

    /** Of the assets, range by range, and of the namespaces last. */
    private List<Tally> ranges(int threads, int assets) {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            Future<Tally> namespaces = pool.submit(this::namespaces);
            var running = new ArrayList<Future<Tally>>();
            for (int start = 0; start < assets; start += RANGE) {
                int from = start;
                running.add(pool.submit(() -> range(from, Math.min(assets, from + RANGE))));
            }
            running.add(namespaces);
            var done = new ArrayList<Tally>();
            for (Future<Tally> range : running) {
                done.add(range.get());
            }
            return done;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a check could not be evaluated", failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the checks were interrupted", interruption);
        }
    }

    private Tally range(int from, int to) {
        var tally = new Tally(checks.size(), from);
        var evaluator = evaluator(tally);
        for (int i = from; i < to; i++) {
            evaluator.asset(i);
        }
        return tally;
    }

    private Tally namespaces() {
        var tally = new Tally(checks.size(), 0);
        var evaluator = evaluator(tally);
        platform.namespaces().values().forEach(evaluator::namespace);
        return tally;
    }

    private Evaluator evaluator(Tally tally) {
        return new Evaluator(platform, new Plan(checks), lookups, new Recorder(platform, circumstances, tally));
    }
}
