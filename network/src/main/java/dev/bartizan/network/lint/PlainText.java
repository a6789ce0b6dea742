package dev.bartizan.network.lint;

import dev.bartizan.network.mesh.PlainTextBypass;
import java.util.List;

/** Rules of the mesh about identities, before pods that let in whoever shows none. */
final class PlainText {
    private final Scene scene;

    PlainText(Scene scene) {
        this.scene = scene;
    }

    List<Remark> find() {
        return PlainTextBypass.of(scene.cluster()).stream()
                .map(bypass -> Remark.of(
                        LintRule.PLAIN_TEXT_BYPASS,
                        bypass.policy().id(),
                        bypass.rule().location(),
                        bypass.policy().kind() + " " + bypass.policy().name() + ", "
                                + bypass.rule().name() + ": " + scene.label().apply(bypass.receiver())
                                + " takes plain text too, and who sends it is nobody whom the rule names"))
                .distinct()
                .toList();
    }
}
