package dev.bartizan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A checkout with the real launcher and everything else made up: JDKs that print their arguments, a Maven that writes two files, a PATH with
 * nothing but the tools the launcher needs. It shows what the launcher decides in milliseconds, and cannot see this machine's own JDKs.
 */
final class FakeCheckout {
    private static final List<String> TOOLS = List.of(
            "cat",
            "cp",
            "cut",
            "date",
            "dirname",
            "find",
            "flock",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sh",
            "sleep",
            "touch");

    private static final String FAKE_JAVA = """
            #!/bin/sh
            case "$*" in
                *-XX:AOTCacheOutput=*)
                    [ ! -f "%1$s/refuse-training" ] || { echo "no cache today" >&2; exit 1; }
                    for argument; do case $argument in -XX:AOTCacheOutput=*) : >"${argument#*=}" ;; esac; done
                    exit 0 ;;
            esac
            echo "%2$s"
            for argument; do echo "[$argument]"; done
            exit "${FAKE_EXIT:-0}"
            """;

    private static final String FAKE_MAVEN = """
            #!/bin/sh
            echo "$JAVA_HOME" >>"%1$s/builds"
            sleep "${FAKE_BUILD_SECONDS:-0}"
            [ ! -f "%1$s/edit-while-building" ] || { rm "%1$s/edit-while-building"; touch cli/src/main/java/Main.java; }
            [ ! -f "%1$s/break-build" ] || { echo "[INFO] compiling"; echo "[ERROR] Main.java:[3,1] cannot find symbol"; exit 1; }
            mkdir -p cli/target/lib
            touch cli/target/bartizan.jar cli/target/lib/graph.jar
            """;

    private final Path home;
    private final Path root;
    private final Path tools;
    private final Map<String, String> environment = new HashMap<>();

    FakeCheckout(Path home) {
        this.home = home;
        this.root = home.resolve("a checkout");
        this.tools = home.resolve("bin");
        write(root.resolve("pom.xml"), "<project/>");
        write(root.resolve(".mvn/jvm.config"), "");
        write(root.resolve("cli/pom.xml"), "<project/>");
        write(root.resolve("cli/src/main/java/Main.java"), "class Main {}");
        write(root.resolve("cli/src/main/java/Other.java"), "class Other {}");
        write(root.resolve("cli/src/test/java/MainTest.java"), "class MainTest {}");
        copyExecutable("bartizan");
        copyExecutable("scripts/jdk.sh");
        copyExecutable("scripts/application.sh");
        TOOLS.forEach(this::offerTool);
        executable(tools.resolve("mvn"), FAKE_MAVEN.formatted(home));
        environment.put("PATH", tools.toString());
        environment.put("HOME", home.resolve("user").toString());
    }

    Path root() {
        return root;
    }

    /** Puts a JDK where the system keeps them, or anywhere else below the fake root of the file system. */
    Path addJdk(String place, String version) {
        var jdk = home.resolve(place);
        write(jdk.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        executable(jdk.resolve("bin/java"), FAKE_JAVA.formatted(home, "java " + version));
        return jdk;
    }

    void putOnPath(Path jdk) {
        link(tools.resolve("javac"), jdk.resolve("bin/javac"));
        link(tools.resolve("java"), jdk.resolve("bin/java"));
    }

    void removeTool(String name) {
        delete(tools.resolve(name));
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** Switches a fault on, which the fakes look for: {@code break-build}, {@code refuse-training}, {@code edit-while-building}. */
    void arrange(String fault) {
        write(home.resolve(fault), "");
    }

    void repair(String fault) {
        delete(home.resolve(fault));
    }

    void edit(String file) {
        write(root.resolve(file), "edited");
    }

    void remove(String file) {
        delete(root.resolve(file));
    }

    /** The JAVA_HOME of each build so far. */
    List<String> builds() {
        try {
            var builds = home.resolve("builds");
            return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Outcome start(String... arguments) {
        return await(launch(root.resolve("bartizan"), root, arguments));
    }

    Outcome startThrough(Path launcher, Path workingDirectory, String... arguments) {
        return await(launch(launcher, workingDirectory, arguments));
    }

    Process launch(Path launcher, Path workingDirectory, String... arguments) {
        try {
            var builder = new ProcessBuilder(launcher.toString()).directory(workingDirectory.toFile());
            builder.command().addAll(List.of(arguments));
            builder.environment().clear();
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Outcome await(Process process) {
        try {
            var out = new String(process.getInputStream().readAllBytes(), UTF_8);
            var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the launcher hangs");
            }
            return new Outcome(process.exitValue(), out, err);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** How a start ended and what it printed. */
    record Outcome(int exitCode, String out, String err) {}

    private void offerTool(String name) {
        for (var directory : List.of("/usr/bin", "/bin")) {
            var tool = Path.of(directory, name);
            if (Files.exists(tool)) {
                executable(tools.resolve(name), "#!/bin/sh\nexec " + tool + " \"$@\"\n");
                return;
            }
        }
    }

    /** The places of the system are moved below the temporary folder. */
    private void copyExecutable(String name) {
        try {
            var script = Files.readString(Repository.root().resolve(name));
            for (var place : List.of("/usr/lib/jvm/", "/usr/libexec/", "/opt/", "/Library/")) {
                script = script.replace(" " + place, " " + home + place);
            }
            executable(root.resolve(name), script);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void executable(Path file, String text) {
        try {
            write(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void link(Path link, Path target) {
        try {
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, target);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
