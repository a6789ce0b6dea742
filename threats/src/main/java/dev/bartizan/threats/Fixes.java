package dev.bartizan.threats;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.Platform;
import dev.bartizan.knowledge.Check;
import dev.bartizan.knowledge.CheckFix;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.Control;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What can be changed about an asset so that an attack is possible no longer. The same change has the same id wherever it is named. */
final class Fixes {
    private static final int A_LINE = 1;
    private static final int A_CHANGE = 2;
    private static final int A_PIECE_OF_WORK = 3;

    /** What is done to an asset; behind a blank what exactly. */
    enum Kind {
        PASS("", A_CHANGE),
        CLOSE("Take away what opens it to the outside: ", A_CHANGE),
        ISOLATE("Let only those who need it reach ", A_CHANGE),
        HOLD("Let it open connections only to what it needs: ", A_CHANGE),
        AUTHENTICATE("Make callers sign in at ", A_PIECE_OF_WORK),
        VERIFY("Verify signatures of what is loaded by ", A_PIECE_OF_WORK),
        RIGHTS("Take from its account the rights that it does not need: ", A_CHANGE),
        RESTRICT("Take away its privileges: ", A_CHANGE);

        private final String title;
        private final int effort;

        Kind(String title, int effort) {
            this.title = title;
            this.effort = effort;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Platform platform;
    private final Checks checks;
    private final Map<String, Control> controls;

    Fixes(Platform platform, Checks checks, Map<String, Control> controls) {
        this.platform = platform;
        this.checks = checks;
        this.controls = controls;
    }

    String id(Kind kind, int asset) {
        return kind.word() + " " + platform.asset(asset).id();
    }

    /** That a check passes. */
    String passing(String check, int asset) {
        return Kind.PASS.word() + " " + check + " " + platform.asset(asset).id();
    }

    Fix fix(Kind kind, int asset) {
        Asset on = platform.asset(asset);
        return new Fix(id(kind, asset), kind.title + on.name(), on.id(), kind.effort);
    }

    /** That a control is put in place: for what no reader of manifests can take to be changed. */
    Fix put(String control, int asset) {
        Asset on = platform.asset(asset);
        String title =
                Optional.ofNullable(controls.get(control)).map(Control::title).orElse(control);
        return new Fix("put " + control + " " + on.id(), title + ": " + on.name(), on.id(), A_PIECE_OF_WORK);
    }

    Fix pass(String check, int asset) {
        Asset on = platform.asset(asset);
        Optional<Check> known = checks.check(check);
        boolean isSafe =
                known.filter(one -> one.fix().mode() == CheckFix.Mode.AUTO).isPresent();
        return new Fix(
                passing(check, asset),
                known.map(Check::title).orElse("What " + check + " found") + ": mend " + on.name(),
                on.id(),
                isSafe ? A_LINE : Kind.PASS.effort);
    }
}
