package dev.bartizan.source.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClipTest {
    @Test
    void aShortNameStays() {
        assertThat(Clip.of("metadata")).isEqualTo("metadata");
    }

    @Test
    void aLongNameIsCut() {
        assertThat(Clip.of("k".repeat(1_000_000))).isEqualTo("k".repeat(60) + "…");
    }

    @Test
    void whatWouldForgeAMessageIsReplaced() {
        assertThat(Clip.of("a\nb\u001b[31m\u202ec\u2028d\uD83D")).isEqualTo("a\uFFFDb\uFFFD[31m\uFFFDc\uFFFDd\uFFFD");
    }

    @Test
    void aTokenIsMaskedEvenWhereItIsCut() {
        assertThat(Clip.of("x".repeat(50) + " ghp_" + "a1B2".repeat(9))).isEqualTo("x".repeat(50) + " ***");
        assertThat(Clip.name("glpat-Abcdefghijklmnop1234.yaml")).isEqualTo("***.yaml");
    }

    @Test
    void theNameOfAFileStaysWhole() {
        assertThat(Clip.name("d/".repeat(200) + "x.yaml")).hasSize(406);
    }
}
