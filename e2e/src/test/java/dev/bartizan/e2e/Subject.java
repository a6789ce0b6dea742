package dev.bartizan.e2e;

import dev.bartizan.testkit.PlatformGenerator;
import dev.bartizan.testkit.Repository;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The platforms that the tests read reports of. Each is assessed when it is first asked for, once a run. */
enum Subject {
    /** The reference platform, as found. */
    EXAMPLE,
    /** Names, texts and files that are markup. */
    HOSTILE,
    /** As many workloads as a map has room for: three objects each, findings all over. */
    LARGE;

    private static final long SEED = 7;
    private static final int WORKLOADS = 2_000;
    private static final int FILES = 200;

    private static final Map<Subject, CompletableFuture<Path>> REPORTS = new ConcurrentHashMap<>();

    /** Of this module, and swept away with the rest of what a build leaves. */
    static Path target() {
        return Repository.path("e2e/target");
    }

    /** The file that {@code ./bartizan assess} wrote for it. What failed once fails at once for every test that needs it. */
    Path report() {
        return REPORTS.computeIfAbsent(this, subject -> CompletableFuture.supplyAsync(subject::assess, Runnable::run))
                .join();
    }

    private Path assess() {
        return Launcher.assess(platform(), target().resolve("reports/" + label()));
    }

    /** The folder that is assessed. */
    Path platform() {
        var folder = target().resolve("platforms/" + label());
        return switch (this) {
            case EXAMPLE -> Repository.path("examples/reference-platform/as-found");
            case HOSTILE -> {
                HostilePlatform.writeTo(folder);
                yield folder;
            }
            case LARGE -> {
                PlatformGenerator.ofWorkloads(SEED, WORKLOADS).writeFiles(folder, FILES);
                yield folder;
            }
        };
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
