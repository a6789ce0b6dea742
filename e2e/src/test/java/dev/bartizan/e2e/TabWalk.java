package dev.bartizan.e2e;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A walk through the page with the Tab key alone.
 *
 * @param usable what a pointer can use, each by its place in the page and its name
 * @param reached of these, what the walk came to
 * @param unmarked what it came to without a visible sign that the focus is there
 */
record TabWalk(List<String> usable, List<String> reached, List<String> unmarked) {
    /** A page of more stops than this has a trap or a table that should be one stop. */
    private static final int MOST_STOPS = 400;

    static TabWalk through(Page page) {
        @SuppressWarnings("unchecked")
        var usable = (List<String>) page.evaluate("""
                () => {
                  const named = (element, i) => i + ' ' + element.localName + ' "' + (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40) + '"';
                  const kinds = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
                  window.stops = [...document.querySelectorAll(kinds)].filter(element => element.checkVisibility({ visibilityProperty: true })
                    && !element.disabled && (element.tabIndex >= 0));
                  document.activeElement?.blur();
                  window.getSelection().removeAllRanges();
                  return window.stops.map(named);
                }
                """);
        var reached = new TreeSet<Integer>();
        var unmarked = new ArrayList<String>();
        // Chromium goes on from where the focus was last, and past the end begins again at the top.
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            @SuppressWarnings("unchecked")
            var at = (List<Object>) page.evaluate("""
                    () => {
                      const here = document.activeElement, style = getComputedStyle(here);
                      const drawn = here instanceof SVGElement && [here, here.querySelector(':scope > rect')].some(shape => shape
                        && getComputedStyle(shape).stroke !== 'none' && parseFloat(getComputedStyle(shape).strokeWidth) >= 2);
                      const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1.5;
                      return [window.stops.indexOf(here), drawn || outlined];
                    }
                    """);
            int index = (Integer) at.get(0);
            if (reached.contains(index)) {
                break;
            }
            if (index >= 0) {
                reached.add(index);
                if (!(Boolean) at.get(1)) {
                    unmarked.add(usable.get(index));
                }
            }
        }
        return new TabWalk(usable, reached.stream().map(usable::get).toList(), List.copyOf(unmarked));
    }
}
