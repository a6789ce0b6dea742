package dev.bartizan.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The finding that is open. */
final class OpenFinding {
    /**
     * An excerpt with its mark.
     *
     * @param file that the lines are of
     * @param number of the marked line
     * @param text of the marked line
     */
    record MarkedLine(String file, int number, String text) {}

    private final Page page;
    private final Locator detail;

    OpenFinding(Page page, Locator detail) {
        this.page = page;
        this.detail = detail;
    }

    Locator element() {
        return detail;
    }

    String title() {
        return detail.getByRole(AriaRole.HEADING).first().innerText();
    }

    String text() {
        return detail.innerText();
    }

    boolean hasFocus() {
        return (Boolean) detail.evaluate("detail => detail === document.activeElement");
    }

    /** One for each excerpt, in order. */
    List<MarkedLine> markedLines() {
        @SuppressWarnings("unchecked")
        var lines = (List<List<String>>) detail.evaluate("""
                detail => [...detail.querySelectorAll('.excerpt')].flatMap(excerpt => [...excerpt.querySelectorAll('[aria-current]')]
                  .map(line => [/^Lines of (.*) around line \\d+$/.exec(excerpt.ariaLabel)[1], line.children[0].textContent, line.children[1].textContent]))
                """);
        return lines.stream()
                .map(line -> new MarkedLine(line.get(0), Integer.parseInt(line.get(1)), line.get(2)))
                .toList();
    }

    /** Leads to the asset on the map. */
    void followAsset() {
        detail.locator("button.link").first().click();
        page.locator("#view-map").waitFor();
    }
}
