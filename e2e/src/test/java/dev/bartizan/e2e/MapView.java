package dev.bartizan.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The map, its tools and the panel of the chosen asset. */
final class MapView {
    /** Where the camera stands: the shift in CSS pixels and the scale. */
    record Camera(double x, double y, double scale) {}

    private final Page page;
    private final Locator view;

    MapView(Page page) {
        this.page = page;
        this.view = page.locator("#view-map");
    }

    Locator surface() {
        return view.locator(".map > svg");
    }

    Camera camera() {
        @SuppressWarnings("unchecked")
        var numbers = (List<Number>) surface().evaluate("""
                surface => {
                  const { e, f, a } = surface.querySelector(':scope > g').transform.baseVal.consolidate().matrix;
                  return [e, f, a].map(number => number + 1e-9); // never whole, so they arrive as one type
                }
                """);
        return new Camera(
                numbers.get(0).doubleValue(),
                numbers.get(1).doubleValue(),
                numbers.get(2).doubleValue());
    }

    /** @param name Zoom in, Zoom out or Fit to the window */
    void press(String name) {
        view.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
    }

    /** Turns the wheel in the middle of the map; up is negative. */
    void wheel(double by) {
        moveToMiddle();
        page.mouse().wheel(0, by);
        settle();
    }

    /** Drags the map from its middle. */
    void drag(double right, double down) {
        var box = surface().boundingBox();
        moveToMiddle();
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2 + right / 2, box.y + box.height / 2 + down / 2);
        page.mouse().move(box.x + box.width / 2 + right, box.y + box.height / 2 + down);
        page.mouse().up();
    }

    private void moveToMiddle() {
        var box = surface().boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
    }

    /** Waits until what was asked of the page has been painted. */
    private void settle() {
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    Locator searchBox() {
        return view.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Find an asset"));
    }

    Locator results() {
        return view.getByRole(AriaRole.OPTION);
    }

    Locator zones() {
        return view.locator("[data-zone]");
    }

    /** @param condition a selector that they meet as well; empty: all of them */
    Locator closedZones(String condition) {
        return view.locator(".zone.is-closed" + condition);
    }

    Locator assets() {
        return view.locator(".node");
    }

    /** Those that the filter does not fade. */
    Locator emphasised() {
        return view.locator(".node:not(.is-dim)");
    }

    /** Goes into the zone that has the most assets to click at. */
    void enterLargestZone() {
        var largest = (Integer) surface().evaluate("""
                surface => {
                  const zones = [...surface.querySelectorAll('[data-zone]')];
                  const size = zone => Number(/, ([\\d,]+) assets?,/.exec(zone.getAttribute('aria-label'))?.[1].replaceAll(',', '') ?? 0);
                  return zones.indexOf(zones.reduce((one, other) => size(other) > size(one) ? other : one));
                }
                """);
        zones().nth(largest).focus();
        page.keyboard().press("Enter");
        crumb().waitFor();
    }

    /** Leads back from a zone. */
    Locator crumb() {
        return view.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Whole platform"));
    }

    Locator filterButton() {
        return view.locator("#map-filter");
    }

    Locator filter() {
        return view.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Filter the map"));
    }

    /** Ticks a box of the filter, opening it before and closing it afterwards. */
    void emphasise(String group, String choice) {
        filterButton().click();
        filter().getByRole(
                        AriaRole.GROUP,
                        new Locator.GetByRoleOptions().setName(group).setExact(true))
                .getByLabel(choice, new Locator.GetByLabelOptions().setExact(true))
                .check();
        filter().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .click();
    }

    /** The facts of the chosen asset. */
    Locator panel() {
        return view.getByRole(AriaRole.COMPLEMENTARY, new Locator.GetByRoleOptions().setName("Asset"));
    }

    String panelTitle() {
        return panel().getByRole(AriaRole.HEADING).first().innerText();
    }

    /** @param name Role, Layer, Plane or Zone */
    String fact(String name) {
        return panel().locator("dt", new Locator.LocatorOptions().setHasText(name))
                .first()
                .locator("xpath=following-sibling::dd[1]")
                .innerText();
    }
}
