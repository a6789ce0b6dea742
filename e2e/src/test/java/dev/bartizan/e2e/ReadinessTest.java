package dev.bartizan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How ready the platform is: the score with what it is worth, the star, the questions with what was measured, and when to look again. */
@ExtendWith(Reader.Extension.class)
class ReadinessTest {
    private static Locator part(ReportPage report, String selector) {
        return report.part(View.READINESS).locator(selector);
    }

    @Test
    void theScoreStandsBesideHowMuchOfItIsMeasured(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        report.goTo(View.READINESS);

        Locator headline = part(report, "#readiness-headline");
        assertThat(headline.locator("h2")).hasText(Pattern.compile("Readiness [0-4]\\.\\d\\d of 4"));
        assertThat(headline.locator(".tally")).containsText(Pattern.compile("\\d+ % of it is measured"));
        assertThat(part(report, "#readiness-radar svg")).isVisible();
        assertThat(part(report, "#readiness-trend")).containsText("No stored assessment to compare with");
    }

    @Test
    void aDomainLeadsToItsQuestionsAndAQuestionToWhatWasMeasured(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_DARK);
        report.goTo(View.READINESS);
        report.part(View.READINESS)
                .getByText("Network and segmentation")
                .first()
                .click();

        Locator question = part(report, "#domain-NET details.question-of").first();
        assertThat(question.locator("summary")).isFocused();
        question.locator("summary").click();
        assertThat(question.locator(".rung")).hasCount(4);
        assertThat(question.locator(".measured li").first()).containsText(Pattern.compile("\\d+ of \\d+|not measured"));
    }

    @Test
    void onAPhoneReviewsComeInTheOrderOfTheirDaysAndNothingIsTooWide(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.PHONE_LIGHT);
        report.goTo(View.READINESS);

        List<String> days = part(report, "#readiness-reviews td:first-child").allTextContents();
        assertThat(days).isNotEmpty().isSorted();
        assertThat(report.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }
}
