package dev.bartizan.e2e;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Locale;

/**
 * How well a text stands out from what is behind it, by the formula of WCAG 2.2 (relative luminance, contrast ratio): 1 is invisible, 21 is black on
 * white, and 4.5 is what success criterion 1.4.3 asks of small text.
 *
 * @param what the text, with its class
 */
record Contrast(String what, double ratio) {
    static final double ENOUGH = 4.5;

    /** Of every visible element that the locator finds and that holds text. The colours are those painted: layers of transparency are mixed. */
    @SuppressWarnings("unchecked")
    static List<Contrast> of(Locator elements) {
        var found = (List<List<Object>>) elements.evaluateAll("""
                elements => {
                  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
                  // Any notation of CSS becomes four numbers when it is painted.
                  const parts = colour => {
                    pen.clearRect(0, 0, 1, 1);
                    pen.fillStyle = colour;
                    pen.fillRect(0, 0, 1, 1);
                    const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
                    return [red, green, blue, alpha / 255];
                  };
                  const over = ([red, green, blue, alpha], below) => [red, green, blue].map((each, i) => each * alpha + below[i] * (1 - alpha));
                  // A letter on the map stands on the box drawn just before it.
                  const ground = element => element.localName === 'text' && element.previousElementSibling?.localName === 'rect'
                    ? getComputedStyle(element.previousElementSibling).fill : getComputedStyle(element).backgroundColor;
                  // From the outermost element inwards, each laid over what was there, as far as it is opaque.
                  const painted = ([element, ...inner], base, ink) => {
                    const own = ground(element) === 'none' ? base : over(parts(ground(element)), base);
                    const content = inner.length ? painted(inner, own, ink) : ink ? over(ink, own) : own;
                    return over([...content, Number(getComputedStyle(element).opacity)], base);
                  };
                  const chain = element => element ? [...chain(element.parentElement), element] : [];
                  return elements.filter(element => element.checkVisibility() && element.textContent.trim()).map(element => {
                    const style = getComputedStyle(element), white = [255, 255, 255];
                    const ink = parts(element.localName === 'text' ? style.fill : style.color);
                    const what = `${element.className.baseVal ?? element.className}: ${element.textContent.trim().slice(0, 20)}`;
                    return [what, painted(chain(element), white, ink), painted(chain(element), white)];
                  });
                }
                """);
        return found.stream()
                .map(each -> new Contrast(
                        (String) each.get(0),
                        ratio(luminance((List<Number>) each.get(1)), luminance((List<Number>) each.get(2)))))
                .toList();
    }

    private static double ratio(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** @param colour red, green, blue from 0 to 255 in sRGB */
    private static double luminance(List<Number> colour) {
        return 0.2126 * linear(colour.get(0)) + 0.7152 * linear(colour.get(1)) + 0.0722 * linear(colour.get(2));
    }

    private static double linear(Number component) {
        double share = component.doubleValue() / 255;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    boolean isEnough() {
        return ratio >= ENOUGH;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.2f", what, ratio);
    }
}
