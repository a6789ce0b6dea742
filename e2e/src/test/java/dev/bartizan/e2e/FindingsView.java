package dev.bartizan.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The table of findings and the one that is open beside it. */
final class FindingsView {
    private final Page page;
    private final Locator view;

    FindingsView(Page page) {
        this.page = page;
        this.view = page.locator("#view-findings");
    }

    Page page() {
        return page;
    }

    Locator searchBox() {
        return view.getByRole(AriaRole.SEARCHBOX, new Locator.GetByRoleOptions().setName("Search findings"));
    }

    void search(String words) {
        searchBox().fill(words);
    }

    /** Presses the button of a severity, which shows only the pressed ones. */
    void toggle(String severity) {
        view.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Severity"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(severity))
                .click();
    }

    /** @param filter Layer or Truth */
    void choose(String filter, String option) {
        view.getByLabel(filter, new Locator.GetByLabelOptions().setExact(true)).selectOption(option);
    }

    void reset() {
        view.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Reset"))
                .click();
    }

    /** Presses the head of a column: Sev., Finding, Asset or Place. */
    void sortBy(String column) {
        view.locator(".columns")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(column))
                .click();
    }

    /** The rows that are drawn, in the order in which they stand. */
    List<FindingRow> rows() {
        @SuppressWarnings("unchecked")
        var texts = (List<List<String>>) view.locator(".rows").evaluate("""
                rows => [...rows.querySelectorAll('.row')]
                  .sort((one, other) => one.ariaRowIndex - other.ariaRowIndex)
                  .map(row => [row.querySelector('.chip').getAttribute('aria-label'), row.querySelector('.title').textContent,
                    row.querySelector('.second').textContent, row.children[2].firstChild.textContent, row.querySelector('.file').title])
                """);
        return texts.stream().map(FindingRow::of).toList();
    }

    /** How many findings the filter lets through, drawn or not. */
    int count() {
        return Integer.parseInt(table().getAttribute("aria-rowcount"));
    }

    /** The sentence beside the filter: {@code 3 of 40 findings}. */
    String shown() {
        return view.locator(".shown").innerText();
    }

    Locator table() {
        return view.getByRole(AriaRole.GRID, new Locator.GetByRoleOptions().setName("Findings"));
    }

    /** @param index of a drawn row, from 0 */
    Locator row(int index) {
        return view.locator("#row-" + index);
    }

    /** The index of the row that is chosen; -1 when none is. */
    int chosen() {
        return (Integer) table().evaluate("""
                table => [...table.querySelectorAll('[aria-selected="true"]')].map(row => row.ariaRowIndex - 1)[0] ?? -1
                """);
    }

    OpenFinding open(int row) {
        row(row).click();
        return opened();
    }

    OpenFinding opened() {
        return new OpenFinding(
                page, view.getByRole(AriaRole.ARTICLE, new Locator.GetByRoleOptions().setName("Finding")));
    }
}
