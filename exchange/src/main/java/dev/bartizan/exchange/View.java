package dev.bartizan.exchange;

import dev.bartizan.exchange.tree.JsonText;
import dev.bartizan.exchange.view.Drawn;
import dev.bartizan.exchange.view.NavigatorLayer;
import dev.bartizan.exchange.view.StixBundle;
import dev.bartizan.graph.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Formats that show what was found and that nothing is read back from, since they hold no model of a system. */
public enum View {
    /** A layer of the ATT&amp;CK Navigator. */
    NAVIGATOR("navigator"),
    /** A layer of ATLAS's own Navigator. */
    NAVIGATOR_ATLAS("navigator-atlas"),
    /** A bundle of STIX 2.1. */
    STIX("stix");

    private final String word;

    View(String word) {
        this.word = word;
    }

    /** As the command line calls it. */
    public String word() {
        return word;
    }

    public static Optional<View> named(String word) {
        return Arrays.stream(values()).filter(view -> view.word.equals(word)).findFirst();
    }

    /**
     * Writes what was found; an analysis that did not run says nothing.
     *
     * @param titles of controls, by id; one without is called by its id
     * @param counterparts of controls, by id: ids in the catalogues of others
     */
    public ThreatModelFile.Export write(
            Snapshot snapshot, Map<String, String> titles, Map<String, List<String>> counterparts) {
        Drawn drawn = switch (this) {
            case NAVIGATOR -> NavigatorLayer.of(snapshot, NavigatorLayer.Matrix.ATTACK);
            case NAVIGATOR_ATLAS -> NavigatorLayer.of(snapshot, NavigatorLayer.Matrix.ATLAS);
            case STIX -> StixBundle.of(snapshot, titles, counterparts);
        };
        List<Loss> losses = drawn.leftOut().stream()
                .map(left -> new Loss(Loss.Manner.DROPPED, left.of(), "", left.what(), left.location(), left.why()))
                .toList();
        return new ThreatModelFile.Export(JsonText.of(drawn.tree()), losses);
    }
}
