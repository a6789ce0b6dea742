package dev.bartizan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Opens reports for a test. Every test that reads one proves, besides its own matter, that the page kept quiet all the while: no request but for
 * its own file, no error in the console.
 */
final class Reader {
    private record Opened(Path report, BrowserContext window, Watch watch) {}

    private final Chromium browser;
    private final List<Opened> opened = new ArrayList<>();

    private Reader(Chromium browser) {
        this.browser = browser;
    }

    ReportPage open(Subject subject, Screen screen) {
        return open(subject, screen, "");
    }

    /** @param address what follows the {@code #}, as in a link to a place in the report */
    ReportPage open(Subject subject, Screen screen, String address) {
        return new ReportPage(visit(subject.report(), screen, address));
    }

    /** A page that is no report. */
    Page open(Path file, Screen screen) {
        return visit(file, screen, "");
    }

    private Page visit(Path report, Screen screen, String address) {
        var window = browser.window(screen);
        opened.add(new Opened(report, window, Watch.over(window)));
        var page = window.newPage();
        page.navigate(report.toUri() + (address.isEmpty() ? "" : "#" + address));
        return page;
    }

    private void close() {
        for (var each : opened) {
            each.window().close();
        }
        for (var each : opened) {
            assertThat(each.watch().requests())
                    .as("a report asks for its own file and nothing else")
                    .containsOnly(each.report().toUri().toString());
            assertThat(each.watch().complaints())
                    .as("the console of a report stays empty")
                    .isEmpty();
        }
    }

    /** One browser for all tests, one reader for each. */
    static final class Extension implements ParameterResolver, AfterEachCallback {
        private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Reader.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Reader.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            var browser = test.getRoot()
                    .getStore(HERE)
                    .computeIfAbsent(Chromium.class, key -> Chromium.launch(), Chromium.class);
            return test.getStore(HERE).computeIfAbsent(Reader.class, key -> new Reader(browser), Reader.class);
        }

        @Override
        public void afterEach(ExtensionContext test) {
            var reader = test.getStore(HERE).get(Reader.class, Reader.class);
            if (reader != null) {
                reader.close();
            }
        }
    }
}
