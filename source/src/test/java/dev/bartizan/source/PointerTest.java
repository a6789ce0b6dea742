package dev.bartizan.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PointerTest {
    private static final Node ROOT =
            SourceReader.parse("a.yaml", """
            spec:
              containers:
              - name: one
                env: &env {A: 1}
              - name: two
                env: *env
            a/b:
              m~n: x
            "": empty
            "7": seven
            """).documents().getFirst().root().orElseThrow();

    @Test
    void stepsAreEscapedAsRfc6901Says() {
        assertThat(Pointer.of("a/b", "m~n")).isEqualTo("/a~1b/m~0n");
        assertThat(Pointer.child(Pointer.child("/spec", "x"), 3)).isEqualTo("/spec/x/3");
    }

    @Test
    void aPointerFindsItsNode() {
        assertThat(Pointer.find(ROOT, "/spec/containers/1/name").text()).contains("two");
        assertThat(Pointer.find(ROOT, "/a~1b/m~0n").text()).contains("x");
        assertThat(Pointer.find(ROOT, "/").text()).contains("empty");
        assertThat(Pointer.find(ROOT, "/7").text()).contains("seven");
        assertThat(Pointer.find(ROOT, "")).isSameAs(ROOT);
    }

    @Test
    void aPointerToNothingFindsAnAbsentNode() {
        assertThat(Pointer.find(ROOT, "/spec/containers/2/name").isPresent()).isFalse();
        assertThat(Pointer.find(ROOT, "/spec/containers/01").isPresent()).isFalse();
        assertThat(Pointer.find(ROOT, "/spec/containers/99999999999").isPresent())
                .isFalse();
        assertThatThrownBy(() -> Pointer.find(ROOT, "spec")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNodeFindsItsPointer() {
        for (String pointer : new String[] {"", "/spec", "/spec/containers/1/name", "/a~1b/m~0n", "/"}) {
            assertThat(Pointer.to(ROOT, Pointer.find(ROOT, pointer))).contains(pointer);
        }
    }

    @Test
    void anAliasedNodeHasItsFirstPlace() {
        assertThat(Pointer.to(ROOT, Pointer.find(ROOT, "/spec/containers/1/env/A")))
                .contains("/spec/containers/0/env/A");
    }

    @Test
    void anAbsentNodeHasThePlaceWhereItWouldStand() {
        assertThat(Pointer.to(ROOT, ROOT.at("spec", "securityContext", "runAsNonRoot")))
                .contains("/spec/securityContext/runAsNonRoot");
    }

    @Test
    void aNodeOfAnotherDocumentHasNone() {
        assertThat(Pointer.to(
                        ROOT,
                        SourceReader.parse("b.yaml", "x")
                                .documents()
                                .getFirst()
                                .root()
                                .orElseThrow()))
                .isEmpty();
    }
}
