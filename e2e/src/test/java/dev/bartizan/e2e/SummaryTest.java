package dev.bartizan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first page: what every analysis comes to, and the way to the page that tells more. */
@ExtendWith(Reader.Extension.class)
class SummaryTest {
    @Test
    void everyAnalysisSaysWhatItComesToAndLeadsToItsPage(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        Locator headlines = report.part(View.SUMMARY).locator(".headlines button");

        assertThat(headlines).hasCount(5);
        assertThat(headlines.nth(1)).containsText("crown jewels an attacker gets to");
        headlines.nth(2).press("Enter");
        assertThat(report.part(View.NETWORK)).isVisible();
    }

    @Test
    void onAPhoneTheyStandBelowEachOther(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.PHONE_DARK);
        Locator headlines = report.part(View.SUMMARY).locator(".headlines li");

        var first = headlines.nth(0).boundingBox();
        var second = headlines.nth(1).boundingBox();
        org.assertj.core.api.Assertions.assertThat(second.y).isGreaterThan(first.y + first.height - 1);
        org.assertj.core.api.Assertions.assertThat(first.x + first.width).isLessThanOrEqualTo(390);
    }
}
