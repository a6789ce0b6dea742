package dev.bartizan.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaVersionTest {

    @Test
    void theCurrentVersionReadsBackEqual() {
        assertThat(SchemaVersion.parse(SchemaVersion.CURRENT.toString())).contains(SchemaVersion.CURRENT);
        assertThat(SchemaVersion.CURRENT).hasToString("bartizan/assessment/1.4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bartizan/assessment/",
                "bartizan/assessment/1",
                "bartizan/assessment/0.1",
                "bartizan/assessment/1.0.0",
                "bartizan/assessment/-1.0",
                "bartizan/assessment/1.0 ",
                "bartizan/assessment/123456.0",
                "bartizan/alerts/1.0"
            })
    void otherTextsAreNoVersion(String text) {
        assertThat(SchemaVersion.parse(text)).isEmpty();
    }

    /** Major 4 stands for a program to come: it reads two majors back. */
    @ParameterizedTest
    @CsvSource({"1, false, false", "2, true, false", "3, true, false", "4, true, false", "5, false, true"})
    void aReaderKnowsTwoMajorsBefore(int major, boolean readable, boolean newer) {
        var reader = new SchemaVersion(4, 2);

        assertThat(new SchemaVersion(major, 9).isReadableBy(reader)).isEqualTo(readable);
        assertThat(new SchemaVersion(major, 9).isNewerThan(reader)).isEqualTo(newer);
    }
}
