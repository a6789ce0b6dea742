package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class ProgramTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicInteger loaded = new AtomicInteger();

    @Test
    void helpListsEveryCommandAndLoadsNone() {
        assertThat(run(() -> ExitCode.DONE, "--help")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("measure", "Measures the tower.", "Exit codes:", "69", "BARTIZAN_JAVA_OPTS");
        assertThat(err.toString()).isEmpty();
        assertThat(loaded).hasValue(0);
    }

    @Test
    void versionIsOneLine() {
        assertThat(run(() -> ExitCode.DONE, "--version")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("bartizan ").hasLineCount(1);
    }

    @Test
    void noArgumentsIsWrongUsageAndShowsTheHelp() {
        assertThat(run(() -> ExitCode.DONE)).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("Usage: bartizan");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theExitCodeOfTheCommandIsPassedOn() {
        assertThat(run(() -> ExitCode.GATE_FAILED, "measure")).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(loaded).hasValue(1);
    }

    @Test
    void aCommandExplainsItself() {
        assertThat(run(() -> ExitCode.DONE, "measure", "--help")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("Usage: bartizan measure", "Measures the tower.", "--height");
    }

    @Test
    void aMisspeltCommandNamesTheNearestOne() {
        assertThat(run(() -> ExitCode.DONE, "mesure")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("'mesure'", "bartizan measure", "Try 'bartizan --help'.");
    }

    @Test
    void aMisspeltOptionPointsToTheHelpOfItsCommand() {
        assertThat(run(() -> ExitCode.DONE, "measure", "--heigt", "3")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("'--heigt'", "--height", "Try 'bartizan measure --help'.");
    }

    @Test
    void anUnforeseenExceptionIsOneLineWithoutItsMessageOrTrace() {
        var exitCode = run(
                () -> {
                    throw new IllegalStateException("password=hunter2");
                },
                "measure");

        assertThat(exitCode).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(err.toString())
                .contains("internal error: IllegalStateException at dev.bartizan.cli.ProgramTest")
                .doesNotContain("hunter2", "\tat ");
    }

    @Test
    void outOfMemorySaysHowToGiveMoreThoughAThreadWrappedIt() {
        var exitCode = run(
                () -> {
                    throw new CompletionException(new OutOfMemoryError("Java heap space"));
                },
                "measure");

        assertThat(exitCode).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(err.toString()).contains("out of memory", "MiB", "BARTIZAN_JAVA_OPTS=-Xmx4g");
    }

    @Test
    void aStackThatOverflowsEndsPolitely() {
        assertThat(run(() -> descend(0), "measure")).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(err.toString()).contains("internal error: StackOverflowError at dev.bartizan.cli");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        var exitCode = run(
                () -> {
                    throw new UncheckedIOException(new IOException("out/report.html: No space left on device"));
                },
                "measure");

        assertThat(exitCode).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(err.toString()).contains("cannot read or write", "out/report.html: No space left on device");
    }

    @SuppressWarnings("InfiniteRecursion")
    private static ExitCode descend(int depth) {
        return descend(depth + 1);
    }

    private ExitCode run(Callable<ExitCode> action, String... arguments) {
        var measure = new LazyCommand("measure", "Measures the tower.", console -> {
            loaded.incrementAndGet();
            return new Measure(action);
        });
        var console =
                Console.of(new PrintWriter(out, true), new PrintWriter(err, true), OutputStream.nullOutputStream());
        return new Program(List.of(measure), console).run(arguments);
    }

    @Command
    private static final class Measure implements Callable<ExitCode> {
        private final Callable<ExitCode> action;

        @Option(names = "--height")
        private int height;

        Measure(Callable<ExitCode> action) {
            this.action = action;
        }

        @Override
        public ExitCode call() throws Exception {
            return height < 0 ? ExitCode.WRONG_USAGE : action.call();
        }
    }
}
