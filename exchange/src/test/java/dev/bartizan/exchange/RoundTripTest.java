package dev.bartizan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.exchange.tree.TreeDifference;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract of every format: a file is read without an error and comes back as it was. */
class RoundTripTest {
    @TestFactory
    Stream<DynamicTest> oursComeBackInTheirOwnFormat() {
        return comeBack(Models.own());
    }

    @TestFactory
    Stream<DynamicTest> thoseOfOthersComeBackInTheirOwnFormat() {
        return comeBack(Models.ofOthers());
    }

    @Test
    void everyFormatHasAnExampleOfOurs() {
        assertThat(Models.own().stream().map(Models::ok).map(Models::format))
                .containsExactlyInAnyOrder(Format.values());
    }

    @Test
    void anExampleUsesWhatOnlyItsFormatCanSay() {
        assertThat(Models.own().stream().map(Models::ok))
                .allSatisfy(file -> assertThat(file.kept()).as(file.source()).isNotEmpty());
    }

    private static Stream<DynamicTest> comeBack(List<Path> models) {
        return models.stream()
                .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> {
                    ThreatModelFile file = Models.ok(path);
                    assertThat(Models.errors(file)).isEmpty();

                    var export = file.write(Models.format(file));

                    assertThat(export.losses()).isEmpty();
                    assertThat(TreeDifference.between(Models.tree(Models.text(path)), Models.tree(export.text())))
                            .isEmpty();
                }));
    }
}
