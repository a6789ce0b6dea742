package dev.bartizan.rules;

import static dev.bartizan.rules.Sample.condition;
import static dev.bartizan.rules.Sample.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Truth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationTest {
    private static final String SECRETS_EVERYWHERE = """
            some: grants
            as: grant
            where:
              all:
                - {path: grant.rule.resources, includes: [secrets]}
                - {path: grant.scope, equals: "*"}
            """;

    private static Item grant(String resource, String scope) {
        return new Item(List.of(yaml("resources: [" + resource + "]")), List.of("/rules/0"), List.of(scope, "runner"));
    }

    private static Truth answer(String condition, Related related) {
        return condition(condition).test(frame(related));
    }

    private static Frame frame(Related related) {
        var frame = Sample.container("{}");
        frame.bind((Relations) name -> related);
        return frame;
    }

    @Test
    void membersAreTreesAndTexts() {
        assertThat(answer(SECRETS_EVERYWHERE, Related.of(List.of(grant("pods", "*"), grant("secrets", "*")))))
                .isEqualTo(Truth.CONFIRMED);
        assertThat(answer(SECRETS_EVERYWHERE, Related.of(List.of(grant("secrets", "team-a")))))
                .isEqualTo(Truth.REFUTED);
    }

    @Test
    void aListThatMayLackMembersConfirmsButNeverRefutes() {
        var more = Related.atLeast(List.of(grant("pods", "*")), "bindings may be elsewhere");
        assertThat(answer(SECRETS_EVERYWHERE, more)).isEqualTo(Truth.undecided("bindings may be elsewhere"));
        assertThat(answer("{none: grants}", Related.atLeast(List.of(), "bindings may be elsewhere")))
                .isEqualTo(Truth.undecided("bindings may be elsewhere"));
        assertThat(answer(
                        SECRETS_EVERYWHERE,
                        Related.atLeast(List.of(grant("secrets", "*")), "bindings may be elsewhere")))
                .isEqualTo(Truth.CONFIRMED);
    }

    @Test
    void aListWhoseMembersAreDoubtfulRefutesButNeverConfirms() {
        var doubtful = Related.atMost(List.of(grant("secrets", "*")), "a policy may be elsewhere");
        assertThat(answer(SECRETS_EVERYWHERE, doubtful)).isEqualTo(Truth.undecided("a policy may be elsewhere"));
        assertThat(answer("{some: grants}", Related.atMost(List.of(), "a policy may be elsewhere")))
                .isEqualTo(Truth.REFUTED);
    }

    @Test
    void whatWasSeenInAMemberSaysWhichOne() {
        var explanation = condition(SECRETS_EVERYWHERE)
                .explain(frame(Related.of(List.of(grant("pods", "*"), grant("secrets", "*")))));
        assertThat(explanation.truth()).isEqualTo(Truth.CONFIRMED);
        assertThat(explanation.witnesses()).singleElement().satisfies(witness -> {
            assertThat(witness.primary().member()).isEqualTo("grants: * runner");
            assertThat(witness.primary().location().pointer()).startsWith("/rules/0/resources");
        });
    }
}
