package dev.bartizan.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Chromium of this machine, without a window and without a word to the network. */
final class Chromium implements AutoCloseable {
    /** The sandbox of Chromium refuses to start as root; the pages are our own. The rest keeps it from calling home. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** How long a reader would wait for a click to do something, in milliseconds, many times over. */
    private static final double PATIENCE = 10_000;

    private final Playwright driver;
    private final Browser browser;

    private Chromium(Playwright driver, Browser browser) {
        this.driver = driver;
        this.browser = browser;
    }

    static Chromium launch() {
        var driver = Playwright.create();
        var browser = driver.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(ARGUMENTS));
        return new Chromium(driver, browser);
    }

    /** A window with a memory of its own: nothing of one test is left for the next. */
    BrowserContext window(Screen screen) {
        var window = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setColorScheme(screen.theme())
                .setIsMobile(screen.isPhone())
                .setHasTouch(screen.isPhone())
                .setLocale("en-US"));
        window.setDefaultTimeout(PATIENCE);
        return window;
    }

    private static Path executable() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("none of " + NAMES + " is on PATH; see ./dev e2e"));
    }

    @Override
    public void close() {
        browser.close();
        driver.close();
    }
}
