package dev.bartizan.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "web, web, true",
        "web, web2, false",
        "*, '', true",
        "*, anything, true",
        "ml-*, ml-serving, true",
        "*-serving, ml-serving, true",
        "a*c*e, abcde, true",
        "a*c*e, abcd, false",
        "a.c, abc, false",
        "'', '', true",
        "'', a, false",
    })
    void aStarStandsForAnyCharacters(String pattern, String text, boolean matches) {
        assertThat(Glob.matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    void aHostilePatternIsNoTrap() {
        Assertions.assertTimeout(
                Duration.ofSeconds(2),
                () -> assertThat(Glob.matches("a*".repeat(50) + "b", "a".repeat(10_000)))
                        .isFalse());
    }
}
