package dev.bartizan.cli.console;

import dev.bartizan.source.Progress;
import java.io.PrintWriter;

/** One line on a terminal that tells how far the reading is, and goes away when it is done. Writes nothing when nobody looks. */
public final class ProgressLine implements Progress, AutoCloseable {
    private static final int CELLS = 30;
    private static final long NANOSECONDS_BETWEEN = 50_000_000;
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean shown;
    private long lastDrawn;
    private boolean drawn;

    private ProgressLine(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
        // Short readings end before the first line is drawn: no flicker.
        this.lastDrawn = System.nanoTime();
    }

    public static ProgressLine on(Console console) {
        return new ProgressLine(console.err(), console.showsProgress());
    }

    @Override
    public void update(int filesDone, int filesTotal, long bytesDone, long bytesTotal) {
        long now = System.nanoTime();
        if (!shown || now - lastDrawn < NANOSECONDS_BETWEEN) {
            return;
        }
        lastDrawn = now;
        drawn = true;
        int filled = (int) (CELLS * bytesDone / Math.max(1, bytesTotal));
        err.print(ERASE + "reading " + "█".repeat(filled) + "░".repeat(CELLS - filled) + " " + filesDone + " of "
                + filesTotal + " files");
        err.flush();
    }

    @Override
    public void close() {
        if (drawn) {
            err.print(ERASE);
            err.flush();
        }
    }
}
