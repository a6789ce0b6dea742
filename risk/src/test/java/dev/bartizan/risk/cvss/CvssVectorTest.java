package dev.bartizan.risk.cvss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CvssVectorTest {
    private static final Location PLACE = new Location("bartizan.yaml", 3, 11, "/risk/vector");
    private static final String WORST = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H";

    @Test
    void threeHundredVectorsScoreAsTheReferenceCalculatorScoresThem() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(CvssVectorTest.class.getResourceAsStream("sample.txt"), "sample")) {
            assertThat(misscored(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList()))
                    .isEmpty();
        }
    }

    @Test
    void theTenThousandVectorsOfTheExamScoreAsTheReferenceCalculatorScoresThem() throws IOException {
        var exam = Repository.assumeShared("exams/risk/cvss-4.0-macro-vectors-001.txt");

        List<String> lines = Files.readAllLines(exam);

        assertThat(lines).hasSize(10_000);
        assertThat(misscored(lines)).isEmpty();
    }

    /** Two severities of this list contradict the standard's own bands: 7.4 and 7.5 are High. */
    @Test
    void theVectorsWithLinksToTheCalculatorOfFirstScoreAsItSays() throws IOException {
        var exam = Repository.assumeShared("exams/risk/cvss-4.0-springett-testcases.txt");
        int otherwiseNamed = 0;

        for (String line : Files.readAllLines(exam)) {
            String[] words = line.split(" ");
            CvssVector vector = read(words[0]);
            assertThat(vector.score()).as(line).isEqualTo(Double.parseDouble(words[1]));
            if (!vector.severity().name().equals(words[2].toUpperCase(Locale.ROOT))) {
                otherwiseNamed++;
            }
        }

        assertThat(otherwiseNamed).isEqualTo(2);
    }

    @Test
    void theWorstOfAllIsTenAndCritical() {
        CvssVector vector = read(WORST);

        assertThat(vector.score()).isEqualTo(10.0);
        assertThat(vector.severity()).isEqualTo(CvssSeverity.CRITICAL);
        assertThat(vector.macrovector()).isEqualTo("000100");
        assertThat(vector).hasToString(WORST);
    }

    @Test
    void theNomenclatureNamesTheGroupsThatAreDefined() {
        assertThat(read(WORST).nomenclature()).isEqualTo("CVSS-B");
        assertThat(read(WORST + "/E:X/CR:X").nomenclature()).isEqualTo("CVSS-B");
        assertThat(read(WORST + "/E:P").nomenclature()).isEqualTo("CVSS-BT");
        assertThat(read(WORST + "/MAV:L").nomenclature()).isEqualTo("CVSS-BE");
        assertThat(read(WORST + "/E:U/AR:L/U:Amber").nomenclature()).isEqualTo("CVSS-BTE");
    }

    @Test
    void everyFaultIsToldWithItsColumn() {
        var problems = problems("CVSS:4.0/AV:Q/AC:L/XY:N/AC:H/AT:N/UI:N/PR:N");

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly("cvss-unknown-value", "cvss-unknown-metric", "cvss-twice", "cvss-order");
        assertThat(problems)
                .extracting(problem -> problem.location().orElseThrow().column())
                .containsExactly(11 + 12, 11 + 19, 11 + 24, 11 + 39);
    }

    @Test
    void missingBaseMetricsAreNamed() {
        assertThat(problems("CVSS:4.0/AV:N/AC:L"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo("Base metrics are missing: AT, PR, UI, VC, VI, VA, SC, SI, SA."));
    }

    @Test
    void aVectorOfAnotherVersionIsRefused() {
        assertThat(problems("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"))
                .extracting(Problem::code)
                .containsExactly("cvss-prefix");
        assertThat(problems("")).hasSize(1);
        assertThat(problems("CVSS:4.0/" + "AV:N/".repeat(1_000))).hasSize(1);
    }

    @Test
    void anyTextIsAVectorOrALocatedProblem() {
        var random = new Random(4);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            switch (CvssVector.parse(mangled(random), PLACE)) {
                case CvssVector.Read good -> {
                    assertThat(good.vector().scoreInTenths()).isBetween(0, 100);
                    read++;
                }
                case CvssVector.Refused refused ->
                    assertThat(refused.problems())
                            .isNotEmpty()
                            .allMatch(problem -> problem.location().isPresent());
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }

    private static String mangled(Random random) {
        var text = new StringBuilder(CvssVector.PREFIX);
        for (Metric metric : Metric.values()) {
            if (metric.group() == Metric.Group.BASE || random.nextInt(3) == 0) {
                List<String> allowed = metric.allowed();
                text.append('/').append(metric).append(':').append(allowed.get(random.nextInt(allowed.size())));
            }
        }
        for (int edits = random.nextInt(3); edits > 0; edits--) {
            text.setCharAt(random.nextInt(text.length()), "/:XNHAß\u0000".charAt(random.nextInt(8)));
        }
        return text.toString();
    }

    private static List<String> misscored(List<String> lines) {
        var wrong = new ArrayList<String>();
        for (String line : lines) {
            if (!line.startsWith("#")) {
                String[] words = line.split(" ");
                CvssVector vector = read(words[0]);
                if (!vector.macrovector().equals(words[1])
                        || vector.scoreInTenths() != Math.round(10 * Double.parseDouble(words[2]))) {
                    wrong.add(line + " and not " + vector.macrovector() + " " + vector.score());
                }
            }
        }
        return wrong;
    }

    private static CvssVector read(String text) {
        return switch (CvssVector.parse(text, PLACE)) {
            case CvssVector.Read good -> good.vector();
            case CvssVector.Refused refused -> throw new AssertionError(text + ": " + refused.problems());
        };
    }

    private static List<Problem> problems(String text) {
        return switch (CvssVector.parse(text, PLACE)) {
            case CvssVector.Read good -> throw new AssertionError("read: " + good);
            case CvssVector.Refused refused -> refused.problems();
        };
    }
}
