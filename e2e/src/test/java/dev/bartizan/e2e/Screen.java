package dev.bartizan.e2e;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/** What the reader holds: the two widths and the two themes that every page is made for. */
enum Screen {
    DESKTOP_LIGHT(1280, 800, ColorScheme.LIGHT),
    DESKTOP_DARK(1280, 800, ColorScheme.DARK),
    PHONE_LIGHT(390, 844, ColorScheme.LIGHT),
    PHONE_DARK(390, 844, ColorScheme.DARK);

    private final int width;
    private final int height;
    private final ColorScheme theme;

    Screen(int width, int height, ColorScheme theme) {
        this.width = width;
        this.height = height;
        this.theme = theme;
    }

    /** In CSS pixels. */
    int width() {
        return width;
    }

    /** In CSS pixels. */
    int height() {
        return height;
    }

    ColorScheme theme() {
        return theme;
    }

    boolean isPhone() {
        return width < 820;
    }

    /** As it stands in the name of a screenshot: {@code 1280-dark}. */
    String label() {
        return width + "-" + theme.name().toLowerCase(Locale.ROOT);
    }
}
