package dev.bartizan.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;

/** Notes what a page must never do while it is read: speak to a network, complain, ask, or open something. */
final class Watch {
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** From before the first page of the window is loaded until the window is closed. */
    static Watch over(BrowserContext window) {
        var watch = new Watch();
        window.onRequest(watch::note);
        window.onConsoleMessage(watch::note);
        window.onWebError(error -> watch.complaints.add("error: " + error.error()));
        window.onDialog(dialog -> {
            watch.complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        return watch;
    }

    private void note(Request request) {
        if (!request.url().startsWith("data:")) {
            requests.add(request.url());
        }
    }

    private void note(ConsoleMessage message) {
        // Chromium reports a policy that stopped something as an error, and so do we.
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.type() + ": " + message.text());
        }
    }

    /** Addresses asked for, those of data that the page holds itself left out; the report's own file is the first. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Errors and warnings of the console, exceptions, dialogs. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }
}
