package dev.bartizan.source.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected results: gitignore(5) and git check-ignore. */
class IgnorePatternTest {

    @ParameterizedTest
    @CsvSource({
        "*.yaml, a.yaml, true",
        "*.yaml, x/y/a.yaml, true",
        "*.yaml, a.yml, false",
        "/a.yaml, a.yaml, true",
        "/a.yaml, x/a.yaml, false",
        "x/a.yaml, x/a.yaml, true",
        "x/a.yaml, y/x/a.yaml, false",
        "a.yaml, x/a.yaml, true",
        "x/*, x/a.yaml, true",
        "x/*, x/y/a.yaml, false",
        "x/**, x/y/a.yaml, true",
        "x/**, x, false",
        "**/x, x, true",
        "**/x, a/b/x, true",
        "**/x/a, b/x/a, true",
        "a/**/b, a/b, true",
        "a/**/b, a/x/y/b, true",
        "a/**/b, a/x/y/c, false",
        "a?c, abc, true",
        "a?c, a/c, false",
        "[a-c]x, bx, true",
        "[a-c]x, dx, false",
        "[!a-c]x, dx, true",
        "[^a-c]x, bx, false",
        "\\*x, *x, true",
        "\\*x, ax, false",
        "\\#x, #x, true",
        "a*b*c, aXbYc, true",
        "a*b*c, aXbY, false",
        "foo[, foo[, true",
    })
    void patternsMatchAsInGit(String pattern, String path, boolean matches) {
        assertThat(IgnorePattern.parse(pattern).orElseThrow().matches(List.of(path.split("/")), false))
                .isEqualTo(matches);
    }

    @Test
    void aSlashAtTheEndMeansFoldersOnly() {
        IgnorePattern pattern = IgnorePattern.parse("build/").orElseThrow();

        assertThat(pattern.matches(List.of("x", "build"), true)).isTrue();
        assertThat(pattern.matches(List.of("x", "build"), false)).isFalse();
    }

    @Test
    void blankLinesAndCommentsAreNoPatterns() {
        assertThat(List.of("", "   ", "# comment", "/", "!", "\r"))
                .allSatisfy(line -> assertThat(IgnorePattern.parse(line)).isEmpty());
    }

    @Test
    void trailingSpacesDoNotCountUnlessEscaped() {
        assertThat(IgnorePattern.parse("a.yaml  ").orElseThrow().matches(List.of("a.yaml"), false))
                .isTrue();
        assertThat(IgnorePattern.parse("a\\ ").orElseThrow().matches(List.of("a "), false))
                .isTrue();
    }

    @Test
    void theLastMatchingLineDecides() {
        IgnoreRules rules =
                IgnoreRules.of(List.of("*.yaml", "!keep.yaml", "/x/keep.yaml"), IgnoreRules.NONE, List.of(), 0);

        assertThat(rules.ignores(List.of("a.yaml"), false)).isTrue();
        assertThat(rules.ignores(List.of("keep.yaml"), false)).isFalse();
        assertThat(rules.ignores(List.of("x", "keep.yaml"), false)).isTrue();
    }

    @Test
    void manyStarsDoNotCostExponentialTime() {
        IgnorePattern pattern = IgnorePattern.parse("*a".repeat(200) + "b").orElseThrow();

        assertThat(pattern.matches(List.of("a".repeat(5_000)), false)).isFalse();
    }
}
