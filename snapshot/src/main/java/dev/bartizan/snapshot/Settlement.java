package dev.bartizan.snapshot;

import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells what is fixed from what merely is not seen any more (what could not be read or decided is never reported as clean). */
final class Settlement {
    private final Snapshot now;
    private final Map<String, CheckResult> checks;
    /** Files and folders of which at least a part could not be read. */
    private final Set<String> unread;

    Settlement(Snapshot now) {
        this.now = now;
        checks = now.controls().stream()
                .flatMap(controls -> controls.checks().stream())
                .collect(Collectors.toMap(CheckResult::check, Function.identity(), (one, other) -> one));
        unread = now.problems().stream()
                .filter(problem -> problem.level() == Problem.Level.ERROR)
                .flatMap(problem -> problem.location().stream())
                .map(Location::file)
                .collect(Collectors.toSet());
    }

    /** Whether this snapshot looked for the member, and it is not there. */
    boolean isSettled(Finding.Member member) {
        var check = checks.get(member.rule());
        if (check == null) {
            return false;
        }
        Optional<Integer> asset = now.platform().index(member.asset());
        return asset.isPresent()
                ? !check.undecided().get(asset.get())
                : !isUnread(member.location().file());
    }

    private boolean isUnread(String file) {
        for (String path = file; !path.isEmpty(); path = path.substring(0, Math.max(0, path.lastIndexOf('/')))) {
            if (unread.contains(path)) {
                return true;
            }
        }
        return false;
    }
}
