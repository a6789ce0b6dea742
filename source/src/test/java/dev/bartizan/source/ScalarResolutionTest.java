package dev.bartizan.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values: goyaml.v2, resolve.go and its decode_test.go. */
class ScalarResolutionTest {

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "TRUE", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON"})
    void theseWordsAreTrue(String text) {
        assertThat(ScalarResolution.typeOf(text)).isEqualTo(ScalarType.BOOLEAN);
        assertThat(ScalarResolution.isTrue(text)).isTrue();
        assertThat(ScalarResolution.isFalse(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "False", "FALSE", "n", "N", "no", "No", "NO", "off", "Off", "OFF"})
    void theseWordsAreFalse(String text) {
        assertThat(ScalarResolution.typeOf(text)).isEqualTo(ScalarType.BOOLEAN);
        assertThat(ScalarResolution.isFalse(text)).isTrue();
        assertThat(ScalarResolution.isTrue(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void theseWordsAreNull(String text) {
        assertThat(ScalarResolution.typeOf(text)).isEqualTo(ScalarType.NULL);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "7,7",
        "8080,8080",
        "-1,-1",
        "+5,5",
        "0644,420",
        "0o644,420",
        "0O17,15",
        "0x1F,31",
        "0X1f,31",
        "-0x10,-16",
        "0b101,5",
        "0B11,3",
        "-0b101,-5",
        "1_000,1000",
        "0_644,420",
        "685_230,685230",
        "00,0",
        "007,7",
        "9223372036854775807,9223372036854775807",
        "-9223372036854775808,-9223372036854775808"
    })
    void theseAreIntegers(String text, long value) {
        assertThat(ScalarResolution.typeOf(text)).isEqualTo(ScalarType.INTEGER);
        assertThat(ScalarResolution.integer(text)).contains(value);
    }

    @Test
    void anUnsignedIntegerBeyondLongIsAnIntegerWithoutALongValue() {
        assertThat(ScalarResolution.typeOf("18446744073709551615")).isEqualTo(ScalarType.INTEGER);
        assertThat(ScalarResolution.integer("18446744073709551615")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08",
                "09.5",
                "1e3",
                "1E+3",
                "1.5",
                ".5",
                "-.5",
                "1.",
                "+0.1e-2",
                "685.230_15e+03",
                ".inf",
                "-.Inf",
                "+.INF",
                ".nan",
                ".NaN",
                "18446744073709551616",
                "123456789012345678901234567890"
            })
    void theseAreFloats(String text) {
        assertThat(ScalarResolution.typeOf(text)).isEqualTo(ScalarType.FLOAT);
        assertThat(ScalarResolution.integer(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-31",
                "2001-12-14t21:59:43.10-05:00",
                "1:30",
                "12:30:45",
                "1.2.3",
                "v1",
                "1e",
                "e3",
                ".",
                "-",
                "+",
                "--1",
                "0x",
                "0b",
                "0b2",
                "0o8",
                "0xG",
                "1e999",
                "yEs",
                "tRue",
                "nUll",
                "Nil",
                "inf",
                "nan",
                "._5",
                "1_000m",
                "100m",
                "5Gi",
                "10%",
                "0.5.",
                "٣",
                "one"
            })
    void theseAreStrings(String text) {
        assertThat(ScalarResolution.typeOf(text)).isEqualTo(ScalarType.STRING);
        assertThat(ScalarResolution.integer(text)).isEmpty();
    }

    @Test
    void aMillionDigitsAreAStringAndCostNoTime() {
        assertThat(ScalarResolution.typeOf("1".repeat(1_000_000))).isEqualTo(ScalarType.STRING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yes", "No", "on", "OFF", "y", "n", "0644", "-0644", "0b11", "1_000", "1_0.5", "0X1F", "-0x1F"})
    void theseMeanSomethingElseInYaml12(String text) {
        assertThat(ScalarResolution.differsInYaml12(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "true",
                "False",
                "null",
                "~",
                "8080",
                "007",
                "0",
                "0o644",
                "0x1F",
                "1e3",
                ".inf",
                "08",
                "string",
                "2024-01-31",
                "one",
                "none",
                "12345678901234567890"
            })
    void theseMeanTheSameInYaml12(String text) {
        assertThat(ScalarResolution.differsInYaml12(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "on,true",
        "No,false",
        "0644,420",
        "0x10,16",
        "1.10,1.1",
        "1e3,1000",
        "1e6,1e+06",
        "1234567.5,1.2345675e+06",
        "0.00001,1e-05",
        ".5,0.5",
        "-.inf,-.inf",
        ".INF,.inf",
        ".NaN,.nan",
        "app,app",
        "1_000,1000"
    })
    void keysAreWrittenOutAsSigsYamlDoes(String text, String key) {
        assertThat(ScalarResolution.keyOf(text)).isEqualTo(key);
    }
}
