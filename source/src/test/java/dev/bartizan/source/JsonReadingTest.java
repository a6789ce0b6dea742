package dev.bartizan.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReadingTest {

    @Test
    void jsonIsReadStrictlyWithPlaces() {
        Node root = root(
                "{\n\t\"a\": \"x\\/\\u00e4\\ud83d\\ude00\\n\",\n\t\"b\": [1, -2.5e3, true, null, \"yes\"],\n\t\"c\": {}\n}\n");

        assertThat(root.get("a").text()).contains("x/ä\uD83D\uDE00\n");
        assertThat(root.get("a").location()).hasToString("a.json:2:7");
        assertThat(root.get("b").get(0).location()).hasToString("a.json:3:8");
        assertThat(root.get("b").get(2).isTrue()).isTrue();
        assertThat(root.get("b").get(3).hasValue()).isFalse();
        assertThat(root.get("b").get(4).isTrue()).isFalse();
        assertThat(root.get("b").get(1))
                .isInstanceOfSatisfying(
                        Scalar.class, number -> assertThat(number.type()).isEqualTo(ScalarType.FLOAT));
        assertThat(root.get("c")).isInstanceOf(Mapping.class);
    }

    @Test
    void halfASurrogatePairBecomesTheReplacementCharacter() {
        assertThat(root("[\"\\ud83d x\"]").get(0).text()).contains("\uFFFD x");
    }

    @Test
    void severalDocumentsMayFollowEachOther() {
        Reading reading = SourceReader.parse("a.json", "{\"a\": 1}\n{\"a\": 2} [3]");

        assertThat(reading.documents())
                .hasSize(3)
                .allMatch(document -> document.root().isPresent());
        assertThat(reading.documents().get(1).location()).hasToString("a.json:2:1");
    }

    @Test
    void aDuplicateKeyIsReported() {
        Reading reading = SourceReader.parse("a.json", "{\"a\": 1, \"a\": 2}");

        assertThat(reading.problems()).extracting(Problem::code).containsExactly("yaml-duplicate-key");
        assertThat(reading.documents().getFirst().root().orElseThrow().get("a").text())
                .contains("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\" 1}: | 1:6 | JSON wants ':' here.",
                "{\"a\": 1,}: @ | 1:9 | JSON wants a key in double quotes here.",
                "[1 2]: @ | 1:4 | JSON wants ',' or a closing bracket here.",
                "[1, 2 | 1:6 | JSON wants ',' or a closing bracket here.",
                "{\"a\": 1 | 1:8 | JSON wants ',' or a closing bracket here.",
                "[\"a] | 1:2 | A string that is never closed.",
                "[\"\\q\"] | 1:3 | An escape that JSON does not know.",
                "[\"\\u12\"] | 1:3 | An escape that JSON does not know.",
                "{\"a\": 01]} | 1:7 | This is no JSON value.",
                "[1}: | 1:3 | JSON wants ',' or a closing bracket here.",
                "{\"a\": @} | 1:7 | This is no JSON value."
            })
    void whatIsNeitherJsonNorYamlIsALocatedProblem(String text, String place, String message) {
        Reading reading = SourceReader.parse("a.json", text);

        assertThat(reading.documents()).singleElement().satisfies(document -> {
            Problem failure = document.failure().orElseThrow();
            assertThat(failure.code()).isEqualTo("json-syntax");
            assertThat(failure.location().orElseThrow()).hasToString("a.json:" + place);
            assertThat(failure.message()).isEqualTo(message);
        });
    }

    @Test
    void yamlNamedJsonIsReadWithAWarning() {
        Reading reading = SourceReader.parse("a.json", "# comment\n{\"a\": 1,}\n");

        assertThat(reading.documents().getFirst().root().orElseThrow().get("a").text())
                .contains("1");
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("json-as-yaml");
            assertThat(problem.level()).isEqualTo(Problem.Level.WARNING);
        });
    }

    @Test
    void jsonIsRecognisedInAYamlStream() {
        Reading reading = SourceReader.parse("-", "{\n\t\"kind\": \"Pod\"\n}\n{\n\t\"kind\": \"Service\"\n}\n");

        assertThat(reading.documents()).hasSize(2);
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void tenThousandLevelsAreRefused() {
        Reading reading = SourceReader.parse("a.json", "[".repeat(10_000) + "]".repeat(10_000));

        assertThat(reading.documents())
                .singleElement()
                .satisfies(document ->
                        assertThat(document.failure().orElseThrow().code()).isEqualTo("yaml-too-deep"));
    }

    private static Node root(String text) {
        Reading reading = SourceReader.parse("a.json", text);
        assertThat(reading.problems()).isEmpty();
        return reading.documents().getFirst().root().orElseThrow();
    }
}
