package dev.bartizan.e2e;

import com.microsoft.playwright.Page;
import java.util.List;

/** What lies where on the page, as the browser laid it out. */
final class Geometry {
    /** Gives a short name to an element that a reader of the failure finds again. */
    private static final String NAMED = """
            const named = element => element.tagName.toLowerCase() + [...element.classList].map(each => '.' + each).join('')
              + ' "' + (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40) + '"';
            """;

    private Geometry() {}

    /** The boxes that can be scrolled sideways although they hold the page, not a table or lines of a file. */
    static List<String> scrolledSideways(Page page) {
        return strings(page, """
                () => {
                  %s
                  return [document.documentElement, document.body, ...document.querySelectorAll('main, main > *, .page, .detail, .panel')]
                    .filter(element => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1
                      && getComputedStyle(element).overflowX !== 'hidden')
                    .map(element => `${named(element)} is ${element.scrollWidth} wide in ${element.clientWidth}`);
                }
                """);
    }

    /** What is seen beyond the left or right edge of the screen, or would be if the page had been made for one so wide. */
    static List<String> beyondTheEdge(Page page, int width) {
        return strings(page, """
                () => {
                  %s
                  const beyond = [];
                  for (const element of document.body.querySelectorAll('*')) {
                    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
                    let { left, right, width, height } = element.getBoundingClientRect();
                    if (width < 2 || height < 2 || element.closest('.skip')) continue;
                    for (let box = element.parentElement; box; box = box.parentElement) {
                      if (getComputedStyle(box).overflowX === 'visible') continue;
                      const edges = box.getBoundingClientRect();
                      left = Math.max(left, edges.left);
                      right = Math.min(right, edges.right);
                    }
                    if (right > left && (right > WIDTH + 1 || left < -1)) beyond.push(`${named(element)} from ${left} to ${right}`);
                  }
                  return beyond;
                }
                """.replace("WIDTH", String.valueOf(width)));
    }

    /** Pairs of elements of which neither holds the other and that lie on the same spot. */
    static List<String> overlapping(Page page, String selector) {
        return strings(page, """
                () => {
                  %s
                  const boxes = [...document.querySelectorAll('SELECTOR')].filter(element => element.checkVisibility())
                    .map(element => [element, element.getBoundingClientRect()]).filter(([, box]) => box.width && box.height);
                  return boxes.flatMap(([one, a], i) => boxes.slice(i + 1)
                    .filter(([other, b]) => !one.contains(other) && !other.contains(one)
                      && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
                    .map(([other]) => `${named(one)} and ${named(other)}`));
                }
                """.replace("SELECTOR", selector));
    }

    /** Pairs of texts of the page that are printed over each other, as far as both can be seen. */
    static List<String> overprinted(Page page) {
        return strings(page, """
                () => {
                  %s
                  const texts = [];
                  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
                  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
                    const element = text.parentElement;
                    if (!text.data.trim() || !element.checkVisibility({ visibilityProperty: true }) || element.closest('.unseen, svg')) continue;
                    const range = document.createRange();
                    range.selectNodeContents(text);
                    for (const { left, right, top, bottom } of range.getClientRects()) {
                      let box = { left, right, top, bottom };
                      for (let holder = element; holder; holder = holder.parentElement) {
                        if (getComputedStyle(holder).overflowX === 'visible') continue;
                        const edges = holder.getBoundingClientRect();
                        box = { left: Math.max(box.left, edges.left), right: Math.min(box.right, edges.right),
                          top: Math.max(box.top, edges.top), bottom: Math.min(box.bottom, edges.bottom) };
                      }
                      if (box.right - box.left > 2 && box.bottom - box.top > 2) texts.push([text, box]);
                    }
                  }
                  return texts.flatMap(([one, a], i) => texts.slice(i + 1)
                    .filter(([other, b]) => one !== other
                      && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4)
                    .map(([other]) => `“${one.data.trim().slice(0, 40)}” and “${other.data.trim().slice(0, 40)}”`));
                }
                """);
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Page page, String script) {
        return (List<String>) page.evaluate(script.replace("%s", NAMED));
    }
}
