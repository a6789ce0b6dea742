package dev.bartizan.cli.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The only clock an analysis sees: {@code --as-of}, else SOURCE_DATE_EPOCH (reproducible-builds.org), else today in UTC. */
public final class AsOf {
    private AsOf() {}

    public static LocalDate of(
            Optional<String> option, @Nullable String epochSeconds, Function<String, RuntimeException> misuse) {
        if (option.isPresent()) {
            try {
                return LocalDate.parse(option.get());
            } catch (DateTimeParseException notADate) {
                throw misuse.apply("--as-of takes a date such as 2026-11-01.");
            }
        }
        if (epochSeconds == null || epochSeconds.isBlank()) {
            return LocalDate.now(ZoneOffset.UTC);
        }
        try {
            return LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(epochSeconds.strip())), ZoneOffset.UTC);
        } catch (NumberFormatException | java.time.DateTimeException notSeconds) {
            throw misuse.apply("SOURCE_DATE_EPOCH is not a number of seconds.");
        }
    }
}
