package dev.bartizan.knowledge;

import dev.bartizan.graph.RiskFacts.Band;
import dev.bartizan.graph.RiskSettings;
import dev.bartizan.graph.Severity;
import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.source.Required;
import dev.bartizan.source.StrictReader;
import java.util.List;

/** What stands in for an owner's own figures until he gives them: judgement, so that risks can be ranked. */
public final class RiskDefaults {
    private final File file;

    /** {@code risk.yaml} as it is written. */
    record File(String currency, @Required List<Loss> losses, Bands bands, Due due) {
        File {
            for (Threat.Impact impact : Threat.Impact.values()) {
                for (int value = 0; value <= MOST_VALUE; value++) {
                    int worth = value;
                    if (losses.stream().filter(loss -> loss.is(impact, worth)).count() != 1) {
                        throw new IllegalArgumentException(
                                "one loss for each impact and value; look at " + impact + " " + value);
                    }
                }
            }
        }
    }

    private static final int MOST_VALUE = 3;

    record Loss(Threat.Impact impact, int value, double low, double high) {
        boolean is(Threat.Impact other, int worth) {
            return impact == other && value == worth;
        }
    }

    record Bands(double low, double moderate, double high, double extreme) {}

    record Due(int critical, int high, int medium, int low, double aboveAppetite) {}

    private RiskDefaults(File file) {
        this.file = file;
    }

    /**
     * The packaged ones.
     *
     * @throws UnreadableKnowledgeException if they are wrong
     */
    public static RiskDefaults load() {
        StrictReader.Result<File> file = KnowledgeFile.packaged("risk.yaml").read(File.class);
        if (!file.faults().isEmpty()) {
            throw new UnreadableKnowledgeException(file.faults());
        }
        return new RiskDefaults(file.value().orElseThrow());
    }

    public String currency() {
        return file.currency();
    }

    /**
     * The loss of one event.
     *
     * @param value of the asset, from 0 to 3
     */
    public RiskSettings.Range loss(Threat.Impact impact, int value) {
        return file.losses().stream()
                .filter(one -> one.is(impact, Math.clamp(value, 0, MOST_VALUE)))
                .map(one -> RiskSettings.Range.between(one.low(), one.high()))
                .findFirst()
                .orElseThrow();
    }

    /** The order of magnitude of an expected loss of a year. */
    public Band band(double annual) {
        Bands bands = file.bands();
        if (annual >= bands.extreme()) {
            return Band.EXTREME;
        }
        if (annual >= bands.high()) {
            return Band.HIGH;
        }
        if (annual >= bands.moderate()) {
            return Band.MODERATE;
        }
        return annual >= bands.low() ? Band.LOW : Band.NEGLIGIBLE;
    }

    /**
     * In how many days something is to be mended that closes this.
     *
     * @param isAboveAppetite whether there are more risks of this severity than are borne
     */
    public int days(Severity severity, boolean isAboveAppetite) {
        int days = switch (severity) {
            case CRITICAL -> file.due().critical();
            case HIGH -> file.due().high();
            case MEDIUM -> file.due().medium();
            case LOW, INFO -> file.due().low();
        };
        return isAboveAppetite ? (int) Math.ceil(days * file.due().aboveAppetite()) : days;
    }
}
