package dev.bartizan.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;

/** A report in a window: its frame, and the ways into its parts. */
final class ReportPage {
    private final Page page;

    ReportPage(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    /** Goes to a part through its tab. */
    ReportPage goTo(View view) {
        page.locator("#tab-" + view.id()).click();
        part(view).waitFor();
        return this;
    }

    FindingsView findings() {
        goTo(View.FINDINGS);
        return new FindingsView(page);
    }

    MapView map() {
        goTo(View.MAP);
        return new MapView(page);
    }

    Locator part(View view) {
        return page.locator("#view-" + view.id());
    }

    boolean shows(View view) {
        return part(view).isVisible();
    }

    /** The dialog that lists the keys. */
    Locator keys() {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Keys"));
    }

    /** One key press after the other, each as Playwright names it: {@code j}, {@code Enter}. */
    void press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    /** What follows the {@code #} of the address. */
    String address() {
        return (String) page.evaluate("() => location.hash.slice(1)");
    }

    /** The colour below everything, as the browser computed it: it tells the theme. */
    String paper() {
        return (String) page.evaluate("() => getComputedStyle(document.body).backgroundColor");
    }

    /** Once everything that moves has come to rest. */
    void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(file));
    }
}
