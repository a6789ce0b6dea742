package dev.bartizan.cli.threats;

import dev.bartizan.cli.console.Console;
import dev.bartizan.exchange.Format;
import dev.bartizan.exchange.Loss;
import dev.bartizan.exchange.LossList;
import dev.bartizan.report.Reports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a threat model goes, and how it is told what its format could not carry. */
final class ThreatModelOutput {
    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", paramLabel = "FILE", description = "Where it goes (default: standard output).")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--all-losses",
            description =
                    "Tell each thing that the format cannot carry on a line of its own, not those of a sort together.")
    private boolean isEachTold;

    /** The words of the formats, for help texts. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Format.values()).map(Format::word).iterator();
        }
    }

    void write(String text, Console console) {
        if (out.isEmpty()) {
            console.out().print(text);
            console.out().flush();
            return;
        }
        Path file = out.get();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--out: cannot write " + Reports.printable(file.toString()) + " ("
                            + failure.getClass().getSimpleName() + ").");
        }
        console.out().println("Wrote " + Reports.printable(file.toString()) + ".");
    }

    void tell(List<Loss> losses, Console console) {
        List<String> lines = isEachTold
                ? losses.stream().map(Loss::toString).toList()
                : LossList.of(losses).grouped();
        lines.forEach(line -> console.err().println(Reports.printable(line)));
    }
}
