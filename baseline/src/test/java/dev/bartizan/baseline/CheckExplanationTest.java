package dev.bartizan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Evidence;
import org.junit.jupiter.api.Test;

/** {@code bartizan explain}: which values decided what. */
class CheckExplanationTest {
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: team}
            spec:
              containers:
                - {name: a, image: a, securityContext: {privileged: false}}
                - {name: b, image: b, securityContext: {privileged: true}}
                - {name: c, image: c, securityContext: {privileged: "true"}}
            """;

    @Test
    void eachContainerHasItsAnswerAndItsReason() {
        var explanation = TestPlatform.of(POD).explain("BL-WL-001", "k8s:-/core/Pod/team/web");
        assertThat(explanation.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(explanation.parts())
                .extracting(CheckExplanation.Part::verdict)
                .containsExactly(Verdict.PASS, Verdict.FAIL, Verdict.UNDECIDED);
        assertThat(explanation.parts().get(0).evidence())
                .extracting(Evidence::statement)
                .containsExactly("securityContext.privileged is false");
        assertThat(explanation.parts().get(1).evidence())
                .singleElement()
                .satisfies(seen -> assertThat(seen.location().line()).isEqualTo(7));
        assertThat(explanation.parts().get(2).gaps()).singleElement().asString().contains("a boolean belongs");
    }

    @Test
    void whyACheckDoesNotApplyIsSaidToo() {
        var explanation = TestPlatform.of(POD).explain("BL-CL-001", "k8s:-/core/Pod/team/web");
        assertThat(explanation.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(explanation.parts())
                .hasSize(3)
                .allSatisfy(part -> assertThat(part.evidence()).isNotEmpty());
    }

    @Test
    void aNamespaceIsExplainedAtItsObject() {
        var platform = TestPlatform.of(POD + "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: team}\n");
        var explanation = platform.explain("BL-WL-023", "k8s:-/core/Namespace/-/team");
        assertThat(explanation.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(explanation.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.evidence())
                        .extracting(Evidence::statement)
                        .first()
                        .asString()
                        .endsWith("is not set"));
    }
}
